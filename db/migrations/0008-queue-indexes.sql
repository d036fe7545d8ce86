-- What is overdue is told from what is only at risk inside the index: due_at is its last column, so that the list of
-- the overdue reads no row of the many that come before or between them.
drop index request_queue;
drop index request_queue_by_kind_state;
drop index request_queue_by_owner;
drop index request_queue_by_member;
create index request_queue on request (event_id, risk_at, id, due_at) where closed_at is null and state <> 'draft';
create index request_queue_by_kind_state on request (event_id, kind, state, risk_at, id, due_at) where closed_at is null and state <> 'draft';
create index request_queue_by_owner on request (event_id, owner_id, risk_at, id, due_at) where closed_at is null and state <> 'draft';
create index request_queue_by_member on request (event_id, member_id, risk_at, id, due_at) where closed_at is null and state <> 'draft';
