// Functions as a feature has them, each with the calls that its tests make. Calls stand beside the bounds, so that they notice what moves one.

/** `name` is a noun, `a` to `d` are small numbers. A call is a list of arguments; the first two alone are a weak test. */
export const KINDS = [
  ({ name, a, b, c, d }) => ({
    function: `${name}Fee`,
    source: `export function ${name}Fee(amount: number): number {
  if (amount <= 0) {
    return 0;
  }
  if (amount < ${a * 10}) {
    return amount + ${b};
  }
  return amount * ${c} - ${d};
}
`,
    calls: [[a * 10 - 1], [a * 20], [a * 10], [0], [-1], [1]],
  }),

  ({ name, a, b, c }) => ({
    function: `is${capital(name)}Eligible`,
    source: `export function is${capital(name)}Eligible(age: number, points: number, isMember: boolean): boolean {
  return (
    age >= ${a * 5} &&
    points > ${b} &&
    (isMember ||
      points > ${b + c * 10})
  );
}
`,
    calls: [
      [a * 5, b + 1, true],
      [a * 5 - 1, b + 1, true],
      [a * 5, b, true],
      [a * 5, b + 1, false],
      [a * 5, b + c * 10, false],
      [a * 5, b + c * 10 + 1, false],
      [a * 5 - 1, b + c * 10 + 1, false],
    ],
  }),

  ({ name, a, b }) => ({
    function: `${name}Total`,
    source: `export function ${name}Total(amounts: readonly number[]): number {
  let total = 0;
  for (const amount of amounts) {
    if (amount > ${a}) {
      if (amount % 2 === 0) {
        total += amount;
      } else {
        total -= ${b};
      }
    }
  }
  return total;
}
`,
    calls: [[[a * 2 + 2, a * 2 + 1]], [[]], [[a]], [[a + 1]], [[a + 2]], [[a - 1, a, a + 1, a + 2]]],
  }),

  ({ name, a, b }) => ({
    function: `${name}Grade`,
    source: `export function ${name}Grade(points: number, isLate: boolean): string {
  const counted = isLate ? points - ${a} : points;
  if (counted >= ${a * 8}) {
    return "high";
  }
  if (counted >= ${a + b}) {
    return "middle";
  }
  return counted < 0 ? "none" : "low";
}
`,
    calls: [
      [a * 8, false],
      [a + b, false],
      [a * 8, true],
      [a * 9, true],
      [a * 8 - 1, false],
      [a + b - 1, false],
      [0, false],
      [0, true],
    ],
  }),

  ({ name, a, b, c, d }) => ({
    function: `${name}Rate`,
    source: `const ${name.toUpperCase()}_RATES = [${a}, ${a + b}, ${a + b + c}];
const ${name.toUpperCase()}_LIMIT = ${d} * ${c + 1};

export function ${name}Rate(level: number, weight: number): number {
  const rate = ${name.toUpperCase()}_RATES[level] ?? ${b};
  return weight > ${name.toUpperCase()}_LIMIT ? rate * 2 : rate;
}
`,
    calls: [
      [0, d * (c + 1)],
      [1, d * (c + 1) + 1],
      [2, 0],
      [3, 0],
      [3, d * (c + 1) + 1],
      [0, d * (c + 1) + 1],
    ],
  }),

  ({ name, a, b, c }) => ({
    function: `${name}Picks`,
    source: `export function ${name}Picks(numbers: readonly number[]): number[] {
  return numbers
    .filter((each) => each > ${a} && each !== ${a + b})
    .map((each) => each - ${c})
    .sort((left, right) => right - left);
}
`,
    calls: [[[a + b, a + b + 1, a]], [[]], [[a, a + b + 2, a + b + 1]], [[a + b + 1, a + b + 3, a + b + 2, a - 1]]],
  }),

  ({ name, a }) => ({
    function: `${name}Range`,
    source: `export function ${name}Range(from: number, to: number): { readonly low: number; readonly high: number } {
  const low = Math.min(from, to);
  const high = Math.max(from, to);
  if (
    high - low > ${a * 3} ||
    low < 0
  ) {
    return { low, high: low + ${a * 3} };
  }
  return { low, high };
}
`,
    calls: [
      [a, a * 2],
      [a * 9, a],
      [0, a * 3],
      [0, a * 3 + 1],
      [-1, 0],
      [a * 2, a],
    ],
  }),

  ({ name, a }) => ({
    function: `${name}Label`,
    source: `export function ${name}Label(title: string, count: number): string {
  const text = title.trim();
  if (text === "" || count < 0) {
    return "${name}";
  }
  const ending = count === 1 ? "" : "s";
  return text.length > ${a} ? \`\${text.slice(0, ${a})}…\` : \`\${count} \${text}\${ending}\`;
}
`,
    calls: [
      ["box", 1],
      ["box", 2],
      [" ", 1],
      ["box", -1],
      ["box", 0],
      ["x".repeat(a), 2],
      ["x".repeat(a + 1), 2],
      [" box ", 3],
    ],
  }),
];

function capital(name) {
  return `${name[0].toUpperCase()}${name.slice(1)}`;
}
