package jp.bansho.golden;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The whole schema as PostgreSQL's catalog tells it: roles, tables, columns, rules, rights. Reads like SQL, sorted, so
/// that a difference is one line.
public final class SchemaText {

    private final Connection administrator;
    private final String ours;
    private final List<String> lines = new ArrayList<>();

    /// The text of a freshly installed database.
    ///
    /// @param administrator who sees the whole catalog
    /// @param schemas       the machine's own; what lies in others is left out, besides roles and triggers
    public SchemaText(Connection administrator, Set<String> schemas) {
        this.administrator = administrator;
        this.ours = schemas.stream().sorted().collect(Collectors.joining("', '", "('", "')"));
    }

    /// Reads the catalog.
    public List<String> lines() throws SQLException {
        lines.add(
                "-- Read from the catalog of a freshly installed database; compared by the build, rewritten by ./bansho golden.");
        section("roles", """
                select 'role ' || rolname || case when rolcanlogin then ' login' else '' end
                       || case when rolsuper then ' SUPERUSER' else '' end
                       || case when rolbypassrls then ' BYPASSRLS' else '' end
                       || case when rolcreaterole then ' CREATEROLE' else '' end
                       || case when rolcreatedb then ' CREATEDB' else '' end
                       || case when rolinherit then ' INHERIT' else ' noinherit' end
                  from pg_roles where rolname like 'bansho\\_%' order by 1
                """);
        section("who may take on which role", """
                select format('grant %s to %s with inherit %s, set %s, admin %s', roleid::regrole, member::regrole,
                              inherit_option, set_option, admin_option)
                  from pg_auth_members where member::regrole::text like 'bansho\\_%' order by 1
                """);
        section("schemas", """
                select format('grant %s on schema %s to %s', string_agg(lower(a.privilege_type), ', ' order by a.privilege_type),
                              n.nspname, case a.grantee when 0 then 'PUBLIC' else a.grantee::regrole::text end)
                  from pg_namespace n, aclexplode(n.nspacl) a
                 where n.nspname in OURS and a.grantee <> n.nspowner
                 group by n.nspname, a.grantee order by n.nspname, a.grantee::regrole::text
                """);
        section("functions", """
                select format('function %s returns %s language %s: %s', p.oid::regprocedure, p.prorettype::regtype, l.lanname,
                              regexp_replace(coalesce(pg_get_function_sqlbody(p.oid), p.prosrc), '\\s+', ' ', 'g'))
                  from pg_proc p join pg_language l on l.oid = p.prolang join pg_namespace n on n.oid = p.pronamespace
                 where n.nspname in OURS order by 1
                """);
        section("sequences", """
                select 'sequence ' || c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind = 'S' and n.nspname in OURS order by 1
                """);
        section("rights on sequences", rights("S"));
        for (var table : rows("""
                select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind in ('r', 'p', 'v', 'm') and n.nspname in OURS order by 1
                """.replace("OURS", ours))) {
            table(table);
        }
        section("triggers", """
                select t.tgname || ' on ' || t.tgrelid::regclass from pg_trigger t where not t.tgisinternal order by 1
                """);
        return lines;
    }

    private void table(String table) throws SQLException {
        section(table, """
                select format('%%stable %%s%%s%%s', case relpersistence when 'u' then 'unlogged ' else '' end, oid::regclass,
                              case when relrowsecurity then ', row security' else ', NO ROW SECURITY' end,
                              case when relforcerowsecurity then ' forced' else '' end)
                  from pg_class where oid = '%1$s'::regclass
                """.formatted(table));
        inOrder("""
                select format('  column %%s %%s%%s%%s%%s', attname, format_type(atttypid, atttypmod),
                              case when attnotnull then ' not null' else '' end,
                              case when attidentity <> '' then ' identity' else '' end,
                              coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), ''))
                  from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
                 where a.attrelid = '%1$s'::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum
                """.formatted(table));
        add("""
                select '  ' || regexp_replace(pg_get_constraintdef(oid), '\\s+', ' ', 'g') from pg_constraint
                 where conrelid = '%1$s'::regclass and contype <> 'n' order by 1
                """.formatted(table));
        add("""
                select '  ' || pg_get_indexdef(indexrelid) from pg_index
                 where indrelid = '%1$s'::regclass and not indisprimary order by 1
                """.formatted(table));
        add("""
                select format('  policy %%s for %%s to %%s using %%s with check %%s', policyname, cmd,
                              array_to_string(roles, ', '), coalesce(regexp_replace(qual, '\\s+', ' ', 'g'), '-'),
                              coalesce(regexp_replace(with_check, '\\s+', ' ', 'g'), '-'))
                  from pg_policies where (schemaname || '.' || tablename)::regclass = '%1$s'::regclass order by 1
                """.formatted(table));
        add("""
                select format('  grant %%s to %%s', string_agg(lower(a.privilege_type), ', ' order by a.privilege_type),
                              case a.grantee when 0 then 'PUBLIC' else a.grantee::regrole::text end)
                  from pg_class c, aclexplode(c.relacl) a
                 where c.oid = '%1$s'::regclass and a.grantee <> c.relowner group by a.grantee order by 1
                """.formatted(table));
        add("""
                select format('  grant %%s (%%s) to %%s', lower(a.privilege_type), string_agg(t.attname, ', ' order by t.attnum),
                              a.grantee::regrole)
                  from pg_attribute t, aclexplode(t.attacl) a
                 where t.attrelid = '%1$s'::regclass group by a.grantee, a.privilege_type order by 1
                """.formatted(table));
        add("""
                select format('  comment%%s: %%s', coalesce(' on ' || a.attname, ''), description)
                  from pg_description d
                  left join pg_attribute a on a.attrelid = d.objoid and a.attnum = d.objsubid and d.objsubid > 0
                 where d.objoid = '%1$s'::regclass and d.classoid = 'pg_class'::regclass order by d.objsubid
                """.formatted(table));
    }

    private String rights(String kind) {
        return """
                select format('grant %%s on %%s to %%s', string_agg(lower(a.privilege_type), ', ' order by a.privilege_type), c.oid::regclass,
                              case a.grantee when 0 then 'PUBLIC' else a.grantee::regrole::text end)
                  from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) a
                 where c.relkind = '%1$s' and n.nspname in %2$s and a.grantee <> c.relowner
                 group by c.oid, a.grantee order by 1
                """.formatted(kind, ours);
    }

    private void section(String title, String sql) throws SQLException {
        lines.add("");
        lines.add("-- " + title);
        add(sql.replace("OURS", ours));
    }

    private void inOrder(String sql) throws SQLException {
        lines.addAll(rows(sql));
    }

    /// Sorted here and not by PostgreSQL, whose order depends on the server's locale.
    private void add(String sql) throws SQLException {
        lines.addAll(rows(sql).stream().sorted().toList());
    }

    private List<String> rows(String sql) throws SQLException {
        try (var statement = administrator.createStatement();
                var row = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (row.next()) {
                found.add(row.getString(1));
            }
            return found;
        }
    }
}
