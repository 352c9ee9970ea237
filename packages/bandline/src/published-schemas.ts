/** @returns the JSON Schema files that are published beside the CLI: each one's text by its name. No command needs what makes them. */
export async function publishedSchemas(): Promise<Record<string, string>> {
  const { jsonSchemas } = await import("@repo/coverage-core/schemas");
  return jsonSchemas();
}
