/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/draft-rule.h"

static const TrancheDraftRule *
find_rule (const TrancheDraftRule *rules,
           gsize                   n_rules,
           const char             *wire_name)
{
  for (gsize i = 0; i < n_rules; i++)
    if (g_str_equal (rules[i].wire_name, wire_name))
      return &rules[i];

  g_assert_not_reached ();
}

void
tranche_draft_rules_add (const TrancheDraftRule *rules,
                         gsize                   n_rules,
                         GPtrArray              *problems,
                         const char             *wire_name,
                         int                     item,
                         TrancheFlaw             flaw,
                         gint64                  limit)
{
  const TrancheDraftRule *rule = find_rule (rules, n_rules, wire_name);

  g_ptr_array_add (problems, tranche_field_problem_new (rule->field, item, flaw, limit,
                                                        wire_name, NULL));
}

gboolean
tranche_draft_rules_check_text (const TrancheDraftRule *rules,
                                gsize                   n_rules,
                                GPtrArray              *problems,
                                const char             *wire_name,
                                int                     item,
                                const char             *text,
                                gboolean                required)
{
  gint64 limit = find_rule (rules, n_rules, wire_name)->limit;

  if (!text || !*text) {
    if (required)
      tranche_draft_rules_add (rules, n_rules, problems, wire_name, item, TRANCHE_FLAW_MISSING, 0);
    return FALSE;
  }
  if (!g_utf8_validate (text, -1, NULL)) {
    tranche_draft_rules_add (rules, n_rules, problems, wire_name, item, TRANCHE_FLAW_SYNTAX, 0);
    return FALSE;
  }
  if (limit > 0 && g_utf8_strlen (text, -1) > limit) {
    tranche_draft_rules_add (rules, n_rules, problems, wire_name, item, TRANCHE_FLAW_TOO_LONG,
                             limit);
    return FALSE;
  }

  return TRUE;
}
