import { escape } from './escape.ts';
import { hiddenFromWord } from './word.ts';

/**
 * En-tête et pied courants de LibreOffice, avec ses champs de page. Le contenu d'un <template> est inerte pour un navigateur
 * et pour un lecteur d'écran ; LibreOffice, qui ne connaît pas cette balise, en lit le contenu. C'est la seule place où
 * ses idiomes propres (`sdfield`) laissent la page valide.
 */
export function libreOfficeRunning(header: string, footer: string): string {
  const running =
    `<div title="header"><p class="courant">${escape(header)}</p></div>` +
    `<div title="footer"><p class="courant">${escape(footer)} – Page <sdfield type=PAGE subtype=RANDOM format=PAGE>1</sdfield> / <sdfield type=DOCSTAT subtype=PAGE>1</sdfield></p></div>`;
  return hiddenFromWord(`<template>${running}</template>`);
}
