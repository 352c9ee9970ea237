/** What a call may know of its process. */
export interface McpContext {
  /** Absolute: the repository, or a folder in it. */
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}
