export const PASSWORD_RULES = ["too-short", "too-long", "no-letter", "no-digit", "contains-name"] as const;
export type PasswordFault = (typeof PASSWORD_RULES)[number];

const SHORTEST = 12;
/** Long enough for any passphrase; a longer text would only keep the hash busy. */
const LONGEST = 128;

/**
 * @param name the user's name, which the password must not hold, in any case.
 * @returns every rule that the password breaks, in the order of PASSWORD_RULES; empty where it is good.
 */
export function passwordFaults(password: string, name: string): PasswordFault[] {
  const broken: Record<PasswordFault, boolean> = {
    "too-short": password.length < SHORTEST,
    "too-long": password.length > LONGEST,
    "no-letter": !/\p{L}/u.test(password),
    "no-digit": !/\d/.test(password),
    "contains-name": name !== "" && password.toLowerCase().includes(name.toLowerCase()),
  };
  return PASSWORD_RULES.filter((rule) => broken[rule]);
}
