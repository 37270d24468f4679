import { describe, expect, it } from 'vitest';
import { compiler, fichiersExemple } from '../golden/atelier.ts';
import { constatsDe } from '../rules/projet.ts';

const avec = (fichiers: Record<string, string>) => compiler({ ...fichiersExemple('minimal'), ...fichiers });

describe('l’habillage', () => {
  it('est le classique si rien n’est dit, et celui que ctg.yaml nomme', async () => {
    const { projet: sans } = await avec({});
    const { projet: contraste } = await avec({ 'ctg.yaml': 'format: 1\ntheme: contraste\n' });
    expect(sans.habillage.sizes.body).toBe(10.5);
    expect(contraste.habillage.sizes.body).toBe(14);
    expect(contraste.habillage.fonts.text.name).toBe('Source Sans 3');
  });

  it('prend à theme.yaml ce qu’il dit, et le reste à l’habillage livré', async () => {
    const { projet: base } = await avec({});
    const { projet } = await avec({ 'theme.yaml': 'couleurs: {encre: "#6B1F3A"}\ntailles: {texte: 12}\npolices: {texte: Source Sans 3}\nmarges: {portrait: {gauche: 30}}\nalignement: justifié\nplan: {format: A3}\nlogos: {taille: 30}\n' });
    const { colors, sizes, leading, fonts, margins, align, plan, logos } = projet.habillage;
    expect(colors).toEqual({ ...base.habillage.colors, ink: '#6B1F3A' });
    expect([sizes.body, sizes.table]).toEqual([12, 9.5]);
    expect(leading.body / sizes.body).toBeCloseTo(15 / 10.5);
    expect(fonts.text).toEqual(base.habillage.fonts.heading);
    expect(margins.portrait).toEqual({ ...base.habillage.margins.portrait, left: 30 });
    expect([align, plan.format, logos]).toEqual(['justified', 'A3', 30]);
  });

  it('change les deux sorties', async () => {
    const files = { ...fichiersExemple('minimal'), 'theme.yaml': 'couleurs: {encre: "#6B1F3A"}\nplan: {format: A3}\n' };
    const { outputs, diagnostics } = await compiler(files, { targets: ['pdf', 'html'] });
    expect(diagnostics.filter((d) => d.severity === 'erreur')).toEqual([]);
    const texte = (nom: string): string => new TextDecoder('latin1').decode(outputs.find((o) => o.path === nom)?.bytes);
    expect(texte('convention.html')).toContain('#6B1F3A');
    const cadres = new Set([...texte('convention.pdf').matchAll(/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map((m) => `${m[1] ?? ''}×${m[2] ?? ''}`));
    expect([...cadres].sort()).toEqual(['1190.55×841.89', '595.28×841.89']);
  });
});

describe('theme.yaml fautif', () => {
  it.each([
    ['une couleur en anglais', 'couleurs:\n  encre: blue\n', 2],
    ['une police qui n’est pas livrée', 'polices:\n  texte: Comic Sans\n', 2],
    ['une clé inconnue', 'couleurs:\n  ancre: "#000000"\n', 2],
    ['une marge démesurée', 'marges:\n  portrait:\n    haut: 200\n', 3],
  ])('%s est refusée à sa ligne', async (_quoi, theme, ligne) => {
    const { diagnostics, sources, outputs } = await compiler({ ...fichiersExemple('minimal'), 'theme.yaml': theme }, { targets: ['html'] });
    const fautes = diagnostics.filter((d) => d.severity === 'erreur' && d.span?.file === 'theme.yaml');
    expect(fautes.map((d) => sources.get('theme.yaml')?.position(d.span?.start ?? 0).line)).toEqual([ligne]);
    expect(outputs).toEqual([]);
  });
  it('un contraste trop faible dit son rapport et sa ligne, même s’il vient de deux couleurs', () => {
    expect(constatsDe('CTG4282', { 'theme.yaml': 'couleurs:\n  secondaire: "#9A9A9A"\n' })).toEqual(['erreur theme.yaml:2', 'erreur theme.yaml:2']);
    expect(constatsDe('CTG4282', { 'theme.yaml': 'couleurs:\n  fond: "#8090A0"\n' }).length).toBeGreaterThan(1);
    expect(constatsDe('CTG4282', { 'theme.yaml': 'couleurs:\n  thematiques: ["#FFFF00"]\n' })).toEqual([]);
  });
});
