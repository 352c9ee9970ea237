/** @returns what a program branches on: the code and exit code of the error that `act` ends with. */
export async function failureOf(act: () => Promise<unknown>): Promise<unknown> {
  try {
    return { noError: await act() };
  } catch (error) {
    const { code, exitCode, message, hint } = error as Record<string, unknown>;
    return { code, exitCode, message, hint };
  }
}
