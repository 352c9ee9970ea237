import { randomUUID, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import type { User } from "../application/repositories/user-repository.js";
import { authController } from "../interface-adapters/controllers/auth-controller.js";
import { inMemorySessions, inMemoryUsers } from "../interface-adapters/repositories/in-memory.js";

const derive = promisify<string, Buffer, number, Buffer>(scrypt);

/** @param users with `passwordHash` as `salt:key`, both in hexadecimal, key made by scrypt. */
export function bindProduction(users: readonly User[]) {
  return authController({
    users: inMemoryUsers(users),
    sessions: inMemorySessions(),
    hasher: {
      async matches(password, hash) {
        const [salt = "", key = ""] = hash.split(":");
        const expected = Buffer.from(key, "hex");
        return expected.length > 0 && timingSafeEqual(await derive(password, Buffer.from(salt, "hex"), expected.length), expected);
      },
    },
    now: Date.now,
    newId: randomUUID,
  });
}
