/** L'autocomplétion, dans les vrais interpréteurs : ce que chacun propose quand on appuie sur Tab. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ctg, dansUnDossier, RACINE } from '../cli/outils.ts';

async function script(interpreteur: string): Promise<string> {
  const { code, sortie } = await ctg(['completion', interpreteur], { cwd: process.cwd() });
  expect(code).toBe(0);
  expect(sortie.length).toBeGreaterThan(500);
  return sortie;
}

/** Lance un interpréteur sur un programme, à côté du script d'autocomplétion et d'un dossier « Grand Chalon ». */
async function lancer(interpreteur: 'bash' | 'zsh' | 'fish', programme: string): Promise<string> {
  const texte = await script(interpreteur);
  return dansUnDossier((dossier) => {
    mkdirSync(path.join(dossier, 'Grand Chalon'));
    writeFileSync(path.join(dossier, 'ctg.script'), texte);
    writeFileSync(path.join(dossier, 'essai'), programme);
    const { stdout, stderr, error } = spawnSync(interpreteur, interpreteur === 'zsh' ? ['-f', 'essai'] : ['essai'], { cwd: dossier, encoding: 'utf8', timeout: 60_000 });
    if (error !== undefined) throw new Error(`${interpreteur} : ${error.message} ; il s’installe avec apt-get install ${interpreteur}`);
    expect(stderr).toBe('');
    return stdout;
  });
}

/** Ligne tapée → mots attendus, les mêmes partout. */
const CAS: readonly (readonly [readonly string[], readonly string[], readonly string[]])[] = [
  [['ctg', ''], ['validate', 'build', 'watch', 'explain', 'completion'], ['projet']],
  [['ctg', 'validate', '--stade', ''], ['projet', 'conseil', 'signature', 'bilan'], ['validate']],
  [['ctg', 'validate', '--stade', 'c'], ['conseil'], ['projet']],
  [['ctg', 'build', '--ci'], ['--cible'], ['--stade']],
  [['ctg', 'build', 'Gr'], ['Grand Chalon'], ['build', 'essai']],
  [['ctg', 'completion', 'f'], ['fish'], ['bash']],
];

describe('l’autocomplétion', () => {
  it('propose les bons mots dans bash', async () => {
    const essais = CAS.map(([ligne]) => `essai ${ligne.map((m) => `'${m}'`).join(' ')}`).join('\n');
    const sortie = await lancer('bash', `source ./ctg.script\nessai() { COMP_WORDS=("$@"); COMP_CWORD=$(( $# - 1 )); COMPREPLY=(); _ctg 2>/dev/null; printf '%s\\n' "\${COMPREPLY[@]}"; echo =; }\n${essais}\n`);
    const blocs = sortie.split('=\n').map((b) => b.trimEnd().split('\n'));
    for (const [i, [ligne, attendus, absents]] of CAS.entries()) {
      expect(blocs[i], ligne.join(' ')).toEqual(expect.arrayContaining([...attendus]));
      for (const absent of absents) expect(blocs[i], ligne.join(' ')).not.toContain(absent);
    }
  });

  it('propose les bons mots dans fish', async () => {
    const essais = CAS.map(([ligne]) => `complete -C '${ligne.join(' ')}' | string replace -r '\\t.*' ''; echo =`).join('\n');
    const sortie = await lancer('fish', `set -x HOME $PWD\nsource ./ctg.script\n${essais}\n`);
    const blocs = sortie.split('=\n').map((b) => b.split('\n').map((m) => m.replace(/\\|\/$/g, '')));
    for (const [i, [ligne, attendus, absents]] of CAS.entries()) {
      expect(blocs[i], ligne.join(' ')).toEqual(expect.arrayContaining([...attendus]));
      for (const absent of absents) expect(blocs[i], ligne.join(' ')).not.toContain(absent);
    }
  });

  it('propose les stades et les commandes dans zsh, dans un terminal', async () => {
    const terminal = (ligne: string): string => `
zpty z env TERM=dumb zsh -f -i
zpty -w z "PS1='' ; autoload -Uz compinit && compinit -u -D; source ./ctg.script; setopt NO_BEEP; echo PR''ET"
repeat 100; do zpty -r -t z line && [[ $line == *PRET* ]] && break; sleep 0.1; done
zpty -n -w z $'${ligne}\\t'
sleep 2
while zpty -r -t z line; do print -rn -- $line; done
zpty -d z
print -r -- =
`;
    const [stades = '', commandes = '', seul = ''] = (await lancer('zsh', `zmodload zsh/zpty\n${terminal('ctg validate --stade ')}${terminal('ctg ')}${terminal('ctg completion po')}`)).split('=\n');
    expect(stades).toMatch(/bilan\s+conseil\s+projet\s+signature/);
    expect(commandes).toMatch(/validate\s+-- contrôle/);
    expect(seul).toContain('powershell');
  });

  it('écrit pour PowerShell les mêmes mots que pour les autres', async () => {
    const texte = await script('powershell');
    expect(texte).toContain("'ctg validate --stade' = @('projet', 'conseil', 'signature', 'bilan')");
    expect(texte).toMatch(/'ctg' = @\('init', .*'validate', 'build'/);
    expect(texte.match(/[{(]/g)?.length).toBe(texte.match(/[})]/g)?.length);
  });
});

describe('la page de manuel', () => {
  it('est lue sans reproche par mandoc, accents et commandes compris', () => {
    const { stdout, error } = spawnSync('mandoc', ['-T', 'lint', '-W', 'warning', 'docs/reference/ctg.1'], { cwd: RACINE, encoding: 'utf8' });
    if (error !== undefined) throw new Error(`mandoc : ${error.message} ; il s’installe avec apt-get install mandoc`);
    // Sans date : la page est produite d'après le code, et ne lit pas l'horloge.
    expect(stdout.trim().split('\n').map((l) => l.replace(/^.*?WARNING: /, ''))).toEqual(['missing date, using "": TH']);
    const page = spawnSync('mandoc', ['-T', 'html', 'docs/reference/ctg.1'], { cwd: RACINE, encoding: 'utf8' }).stdout.replace(/\s+/g, ' ');
    expect(page).toContain('contr&#x00F4;le les sources et dit tout ce qui');
    expect(page).toContain('ctg build -o ../envoi --cible pdf');
    expect(page).toContain('--stade &lt;stade&gt;');
  });
});
