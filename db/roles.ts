/** The database's roles, one for each family of people; 0007-walls.sql says what each may see. */
const DATABASE_ROLE: Record<string, string> = {
  public: 'cop_desk_public',
  anonymous: 'cop_desk_entry',
  member_viewer: 'cop_desk_member',
  member_editor: 'cop_desk_member',
  member_manager: 'cop_desk_member',
  staff_triager: 'cop_desk_office',
  staff_coordinator: 'cop_desk_office',
  registrar: 'cop_desk_office',
  staff_admin: 'cop_desk_admin',
  auditor: 'cop_desk_auditor',
  worker: 'cop_desk_worker',
  system: 'cop_desk_worker',
  delegate: 'cop_desk_member',
  reveal: 'cop_desk_reveal',
};

/** The role under which the database works for somebody; throws for a role nobody has thought of. */
export function databaseRole(role: string): string {
  const found = DATABASE_ROLE[role];
  if (!found) throw new Error(`No role of the database for ${role}.`);
  return found;
}
