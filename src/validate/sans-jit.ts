/** Zod écrit et compile une fonction par objet : un gain pour mille validations, une perte pour quelques-unes. À importer avant tout schéma. */
import { z } from 'zod';

z.config({ jitless: true });
