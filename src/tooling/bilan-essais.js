/** Compte ce que vitest a rapporté : « N passed, N failed ». Un rapport absent ou sans essai est un échec. */
import { existsSync, readFileSync } from 'node:fs';

let passed = 0;
let failed = 0;
for (const file of process.argv.slice(2)) {
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { numPassedTests: 0, numFailedTests: 0, testResults: [] };
  // Un fichier d'essais qui ne se charge pas n'a aucun essai, mais il a échoué.
  const broken = report.testResults.filter((suite) => suite.status === 'failed' && suite.assertionResults.length === 0).length;
  passed += report.numPassedTests;
  failed += report.numFailedTests + broken;
  if (report.numPassedTests + report.numFailedTests === 0) {
    console.error(`${file} : aucun essai n'a été vu`);
    process.exitCode = 1;
  }
}
if (failed > 0) process.exitCode = 1;
console.log(`${passed} passed, ${failed} failed`);
