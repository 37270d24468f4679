import { describe, expect, it } from 'vitest';
import { editorLink } from '../../src/preview/links.ts';

describe('le lien vers VS Code', () => {
  it.each([
    ['/home/anne/ctg du Creusot', 'plan/plan.yaml', 'vscode://file/home/anne/ctg%20du%20Creusot/plan/plan.yaml:3:5'],
    ['/', 'ctg.yaml', 'vscode://file/ctg.yaml:3:5'],
    ['C:\\Users\\Anne\\Écuisses n°1', 'plan/plan.yaml', 'vscode://file/C:/Users/Anne/%C3%89cuisses%20n%C2%B01/plan/plan.yaml:3:5'],
    ['D:/partage', 'ctg.yaml', 'vscode://file/D:/partage/ctg.yaml:3:5'],
    ['\\\\serveur\\commun\\CTG', 'ctg.yaml', 'vscode://file//serveur/commun/CTG/ctg.yaml:3:5'],
    ['/srv/50 % # ?', 'ctg.yaml', 'vscode://file/srv/50%20%25%20%23%20%3F/ctg.yaml:3:5'],
  ])('%s', (root, file, attendu) => {
    expect(editorLink(root, file, 3, 5)).toBe(attendu);
    expect(URL.canParse(attendu)).toBe(true);
  });
});
