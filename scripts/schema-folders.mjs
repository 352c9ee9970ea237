/** Which package publishes which JSON Schema files. */
export const schemaFolders = Object.entries({ bandline: "bandline", work: "@repo/work" }).map(([folder, name]) => ({
  folder: `packages/${folder}/schemas`,
  texts: async () => (await import(name)).publishedSchemas(),
}));
