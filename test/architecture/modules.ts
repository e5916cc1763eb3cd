import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { parseSync } from '@swc/core';

/** A source file and what it imports: paths from the root of the clone for what is ours, the specifier for a package. */
export interface Module {
  path: string;
  imports: string[];
}

const sourceFolders = ['client-sdk', 'cli', 'console', 'core', 'server', 'test', 'workers'];
const skipped = new Set(['node_modules', 'dist']);
/** The name under which the console may import the client SDK. */
const workspacePackages: Record<string, string> = { '@tocsin/client': 'client-sdk/index.ts' };

/** Every TypeScript module of the clone at `root`. */
export function readModules(root: string): Module[] {
  const files = sourceFolders.flatMap((folder) => listSources(join(root, folder)));
  return files.map((file) => readModule(relative(root, file).split(sep).join('/'), readFileSync(file, 'utf8')));
}

/** One module out of its text; `path` is from the root of the clone, with slashes. */
export function readModule(path: string, text: string): Module {
  const syntaxTree = parseSync(text, { syntax: 'typescript', tsx: path.endsWith('x'), target: 'es2023' });
  const specifiers = new Set<string>();
  collectSpecifiers(syntaxTree, specifiers);
  return { path, imports: [...specifiers].map((specifier) => resolveImport(path, specifier)) };
}

/** A relative path is ours; anything else is a package or a part of Node.js. */
function resolveImport(from: string, specifier: string): string {
  if (specifier.startsWith('.')) return posix.normalize(posix.join(posix.dirname(from), specifier));
  return workspacePackages[specifier] ?? specifier;
}

/** Static and dynamic imports, re-exports, and types written as `import('…')`. */
function collectSpecifiers(node: unknown, into: Set<string>): void {
  if (Array.isArray(node)) return node.forEach((child) => collectSpecifiers(child, into));
  if (typeof node !== 'object' || node === null) return;
  const { type, source, argument, callee, arguments: given } = node as SyntaxNode;
  if (type === 'TsImportType') addLiteral(argument, into);
  else if (type === 'CallExpression' && callee?.type === 'Import') addLiteral(given?.[0]?.expression, into);
  else if (type?.startsWith('Import') || type?.startsWith('Export')) addLiteral(source, into);
  Object.values(node).forEach((child) => collectSpecifiers(child, into));
}

interface SyntaxNode {
  type?: string;
  value?: unknown;
  source?: SyntaxNode;
  argument?: SyntaxNode;
  callee?: SyntaxNode;
  arguments?: { expression: SyntaxNode }[];
}

function addLiteral(node: SyntaxNode | undefined, into: Set<string>): void {
  if (node?.type === 'StringLiteral') into.add(String(node.value));
}

function listSources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : listSources(join(folder, entry.name));
    return /\.tsx?$/.test(entry.name) ? [join(folder, entry.name)] : [];
  });
}
