/** Attributes of HTML that hold addresses. */
export const ADDRESS_ATTRIBUTES = new Set([
  'href',
  'src',
  'action',
  'background',
  'cite',
  'classid',
  'codebase',
  'data',
  'longdesc',
  'poster',
  'profile',
  'usemap',
]);
