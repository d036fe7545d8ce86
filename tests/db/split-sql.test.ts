import { expect, test } from 'vitest';
import { splitSql } from '#db/split-sql.ts';

test('a script falls apart at its outer semicolons only', () => {
  expect(splitSql("select 1; select ';', \";\", E'\\';'; select 'it''s;' ;;")).toEqual([
    'select 1',
    "select ';', \";\", E'\\';'",
    "select 'it''s;'",
  ]);
  expect(splitSql('do $a$ begin; $$ ; $$ end; $a$; select 2')).toEqual(['do $a$ begin; $$ ; $$ end; $a$', 'select 2']);
  expect(splitSql('-- only; words\n/* a; /* b; */ c; */')).toEqual([]);
  expect(splitSql('select 1 -- one;\n; select /* ; */ 2')).toEqual(['select 1 -- one;', 'select /* ; */ 2']);
  expect(splitSql("select 'price'; select name'x'")).toEqual(["select 'price'", "select name'x'"]);
});
