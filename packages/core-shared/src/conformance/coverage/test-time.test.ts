import { expect, it } from "vitest";
import { testTimeOf } from "./test-time.js";

it.each<[string, Parameters<typeof testTimeOf>[0], [number, number]]>([
  ["no manifest has the default", null, [5, 10]],
  ["a manifest without a budget has the default", {}, [5, 10]],
  ["an empty budget is the default", { testTime: {} }, [5, 10]],
  ["one bound leaves the other at its default", { testTime: { failMinutes: 20 } }, [5, 20]],
  ["and the other way round", { testTime: { warnMinutes: 0.5 } }, [0.5, 10]],
  ["both are taken", { testTime: { warnMinutes: 1, failMinutes: 2 } }, [1, 2]],
])("%s", (_sentence, repo, [warnMinutes, failMinutes]) => expect(testTimeOf(repo)).toEqual({ warnMinutes, failMinutes }));
