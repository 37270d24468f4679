/** Chargé par `--require` dans un processus mesuré : à sa sortie, écrit son temps de processeur, sa mémoire de pointe et s'il a chargé pdfmake. */
const { writeFileSync } = require('node:fs');

process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const modules = Object.keys(require.cache).filter((file) => file !== __filename);
  const pdfmake = modules.some((file) => /[\\/]node_modules[\\/](?:pdfmake|pdfkit)[\\/]/.test(file));
  writeFileSync(process.env.CTG_TEMOIN, JSON.stringify({ processeur: (userCPUTime + systemCPUTime) / 1000, memoire: maxRSS / 1024, pdfmake }));
});
