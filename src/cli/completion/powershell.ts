/** Autocomplétion pour PowerShell, 5.1 (Windows) comme 7. Une liste vide lui fait proposer fichiers et dossiers. */
import { type CommandWords, flags, flat, type Follow } from './words.ts';

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const list = (items: readonly string[]): string => `@(${items.map(quote).join(', ')})`;
const known = (follow: Follow | null): readonly string[] => (follow?.kind === 'mots' ? follow.mots : []);

export function powershell(root: CommandWords): string {
  const all = flat(root);
  const commands = all.map((c) => `    ${quote(c.path)} = ${list(c.commands.length > 0 ? c.commands.map((s) => s.name) : known(c.argument))}`);
  const options = all.map((c) => `    ${quote(c.path)} = ${list(c.options.flatMap(flags))}`);
  const values = all.flatMap((c) => c.options.flatMap((o) => (o.value === null ? [] : flags(o).map((f) => `    ${quote(`${c.path} ${f}`)} = ${list(known(o.value))}`))));
  return `# Autocomplétion de ${root.name} pour PowerShell. À ajouter au profil : ${root.name} completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName ${root.name} -ScriptBlock {
  param($mot, $ligne, $curseur)
  $suites = @{
${commands.join('\n')}
  }
  $options = @{
${options.join('\n')}
  }
  $valeurs = @{
${values.join('\n')}
  }
  $avant = @($ligne.CommandElements | Where-Object { $_.Extent.EndOffset -lt $curseur } | ForEach-Object { $_.ToString() })
  $chemin = ${quote(root.name)}
  foreach ($element in ($avant | Select-Object -Skip 1)) {
    if ($suites.ContainsKey("$chemin $element")) { $chemin = "$chemin $element" }
  }
  $cle = "$chemin $($avant[-1])"
  if ($valeurs.ContainsKey($cle)) { $choix = $valeurs[$cle] }
  elseif ($mot -like '-*') { $choix = $options[$chemin] }
  else { $choix = $suites[$chemin] }
  $choix | Where-Object { $_ -like "$mot*" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
}
`;
}
