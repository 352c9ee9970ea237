/** Endings of languages for which coverage is measured somewhere: such a file needs coverage even where no report knows it. */
export const SOURCE_ENDINGS =
  /\.(?:[cm]?[jt]sx?|py|go|rs|java|kts?|scala|groovy|rb|php|cs|fs|vb|c|cc|cpp|cxx|h|hh|hpp|hxx|m|mm|swift|dart|exs?|erl|hs|clj[cs]?|lua|pl|pm|vue|svelte)$/;
