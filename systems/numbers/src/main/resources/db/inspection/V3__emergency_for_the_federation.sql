-- The federation approves emergency sessions (A7), so its auditors read what became of them.

create or replace view inspection.federation_record with (security_barrier) as
select seq, at, system, actor, role, association, event, purpose, subject, job, details, hash
  from audit.record
 where (association is null and role not in ('operator', 'operations-manager'))
    or role in ('federation', 'federation-officer')
    or actor in (select id from access.account where organisation = 0)
    or (role = 'operator' and association is null
        and event in ('account-made', 'account-changed', 'account-ended', 'slip-opened', 'temporary-password-died')
        and details::json ->> 'account' in (select id from access.account where organisation = 0))
    or event like 'emergency-%';
