import { escape } from './escape.ts';
import { hiddenFromWord } from './word.ts';

/**
 * Le contenu d'un <template> est inerte pour un navigateur et pour un lecteur d'écran ; LibreOffice, qui ne connaît pas
 * cette balise, en lit le contenu. C'est la seule place où ses idiomes propres (`sdfield`) restent du HTML valide.
 */
export function libreOfficeOnly(html: string): string {
  return hiddenFromWord(`<template>${html}</template>`);
}

/** En-tête et pied courants, avec les champs de page. */
export function libreOfficeRunning(header: string, footer: string): string {
  return libreOfficeOnly(
    `<div title="header"><p class="courant">${escape(header)}</p></div>` +
      `<div title="footer"><p class="courant">${escape(footer)} – Page <sdfield type=PAGE subtype=RANDOM format=PAGE>1</sdfield> / <sdfield type=DOCSTAT subtype=PAGE>1</sdfield></p></div>`,
  );
}
