/** `coverage:aggregate --format cobertura=FILE`. */
import { ByteWriter, bytesBetween, indexRecords, parseRecord, renderCobertura, type AggregateDocument } from "@repo/coverage-core";
import { createAtomicFile, openReport } from "@repo/coverage-io";

/**
 * From the merged lcov as it was written, so that both say the same, and piece by piece, as it may be of any size.
 * @param path absolute, as is `lcov`. @throws IoError FILE_UNWRITABLE.
 */
export async function writeCobertura(path: string, lcov: string, { generatedAt }: Pick<AggregateDocument, "generatedAt">): Promise<void> {
  using source = openReport(lcov);
  using written = createAtomicFile(path);
  const { paths, bounds, recordOf } = indexRecords(source, lcov);
  const files = paths.map((_, record) => () => {
    const from = bounds[record] as number;
    return parseRecord(recordOf(bytesBetween(source, from, bounds[record + 1] as number), from), lcov);
  });
  const writer = new ByteWriter(written.write);
  for await (const piece of renderCobertura(files, Date.parse(generatedAt))) writer.text(piece);
  writer.flush();
  written.commit();
}
