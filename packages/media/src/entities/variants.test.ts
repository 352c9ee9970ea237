import { expect, it } from "vitest";
import { planVariants } from "./variants.js";

function check(width: number, height: number, plan: string[]): void {
  expect(planVariants({ width, height }).map((variant) => `${variant.name} ${variant.width}x${variant.height}`)).toEqual(plan);
}

it.each<[string, number, number, string[]]>([
  ["an image as large as the thumbnail needs none", 160, 160, []],
  ["one pixel more, and it does", 161, 100, ["thumbnail 160x99"]],
  ["a wide image is as wide as its boxes", 1000, 500, ["thumbnail 160x80", "small 480x240", "medium 960x480"]],
  ["a tall image is as tall as its boxes", 500, 1000, ["thumbnail 80x160", "small 240x480", "medium 480x960"]],
  ["an image of a box's size is not made again", 480, 480, ["thumbnail 160x160"]],
  ["a large image has every variant", 3840, 1920, ["thumbnail 160x80", "small 480x240", "medium 960x480", "large 1920x960"]],
  ["a fraction is rounded", 320, 101, ["thumbnail 160x51"]],
  ["a thin image keeps one pixel", 1000, 1, ["thumbnail 160x1", "small 480x1", "medium 960x1"]],
])("%s", (_sentence, width, height, plan) => check(width, height, plan));
