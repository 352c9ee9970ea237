import { z } from "zod";
import { passwordFaults } from "../../entities/password-policy.js";
import { renew } from "../../application/use-cases/renew.js";
import { signIn, type SignInDeps } from "../../application/use-cases/sign-in.js";
import { signOut } from "../../application/use-cases/sign-out.js";

const signInInput = z.object({ name: z.string().min(1), password: z.string().min(1) });
const passwordInput = z.object({ name: z.string(), password: z.string() });
const sessionInput = z.object({ sessionId: z.string().min(1) });

/** What goes back over the wire; `body` is JSON. */
export interface Answer {
  readonly status: 200 | 204 | 400 | 401 | 422;
  readonly body?: unknown;
}

/** Every method takes what came over the wire, unchecked, and answers; none throws on bad input. */
export function authController(deps: SignInDeps) {
  return {
    async signIn(input: unknown): Promise<Answer> {
      const parsed = signInInput.safeParse(input);
      if (!parsed.success) return invalid(parsed.error);
      const session = await signIn(deps, parsed.data.name, parsed.data.password);
      return session === undefined ? { status: 401, body: { error: "wrong-credentials" } } : { status: 200, body: session };
    },
    async signOut(input: unknown): Promise<Answer> {
      const parsed = sessionInput.safeParse(input);
      if (!parsed.success) return invalid(parsed.error);
      await signOut(deps, parsed.data.sessionId);
      return { status: 204 };
    },
    async renew(input: unknown): Promise<Answer> {
      const parsed = sessionInput.safeParse(input);
      if (!parsed.success) return invalid(parsed.error);
      const session = await renew(deps, parsed.data.sessionId);
      return session === undefined ? { status: 401, body: { error: "session-over" } } : { status: 200, body: session };
    },
    /** For a sign-up form: 204 where the password is good, else 422 with its faults. */
    checkPassword(input: unknown): Answer {
      const parsed = passwordInput.safeParse(input);
      if (!parsed.success) return invalid(parsed.error);
      const faults = passwordFaults(parsed.data.password, parsed.data.name);
      return faults.length === 0 ? { status: 204 } : { status: 422, body: { error: "weak-password", faults } };
    },
  };
}

function invalid(error: z.ZodError): Answer {
  return { status: 400, body: { error: "invalid-input", fields: error.issues.map((issue) => issue.path.join(".")) } };
}
