/** Dernier mot de « npm test » : ce qui n'a pas été essayé. */
console.log('\nEssais système non lancés ici (LibreOffice, Java, poppler, zsh, fish, mandoc…) : « npm run test:systeme », ou .ci/run qui les installe et les exige.');
