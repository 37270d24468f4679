declare module 'hyphen/fr' {
  const french: { hyphenateSync(text: string, options: { hyphenChar: string; minWordLength: number }): string };
  export default french;
}
