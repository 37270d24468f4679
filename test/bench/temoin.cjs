/** Chargé par `--require` dans un processus mesuré : à sa sortie, écrit sa mémoire de pointe et les modules qu'il a chargés. */
const { writeFileSync } = require('node:fs');

process.on('exit', () => {
  const { maxRSS } = process.resourceUsage();
  const modules = Object.keys(require.cache).filter((file) => file !== __filename);
  writeFileSync(process.env.CTG_TEMOIN, JSON.stringify({ memoire: maxRSS / 1024, pdfmake: modules.some((file) => /[\\/]node_modules[\\/](?:pdfmake|pdfkit)[\\/]/.test(file)) }));
});
