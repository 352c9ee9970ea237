/** The part of write-file-atomic 7 that is used; it ships no types. */
declare module "write-file-atomic" {
  export default function writeFileAtomic(path: string, data: string | Buffer, options: { readonly fsync: boolean }): Promise<void>;
}
