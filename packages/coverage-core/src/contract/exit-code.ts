/** What the process tells its caller; one meaning each, for every command. docs/guides/coverage.md has the table for people. */
export const EXIT = {
  pass: 0,
  gateFailed: 1,
  usage: 2,
  data: 3,
  environment: 4,
  partial: 5,
  bug: 70,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
