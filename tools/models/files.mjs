// Where the models and forms live, seen from this folder, and how to find them.
import { readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const here = dirname(fileURLToPath(import.meta.url));
export const root = resolve(here, '../..');

/** Every file below `folder` (seen from the project's root) whose name ends with `.ext`, sorted by path. */
export function filesOf(folder, ext) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(`.${ext}`))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

/** The path as a person writes it in this project. */
export const short = (file) => relative(root, file);
