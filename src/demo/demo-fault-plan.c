/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo/demo-fault-plan.h"

#include <glib/gi18n.h>

struct _TrancheDemoFaultPlan {
  GPtrArray *faults;
  /* One for each of them, so that a rule does not change another one's luck. */
  GPtrArray *randoms;
};

static const struct {
  const char *words;
  const char *meaning;
} help[] = {
  { "when=before|after", N_("before or after the request is carried out") },
  { "operation=WORD", N_("only create, state, commit, cancel, return, …") },
  { "order=NUMBER", N_("only requests about that order") },
  { "method=WORD", N_("only GET or POST") },
  { "path=PATTERN", N_("only such paths, where * is anything") },
  { "first=N last=N", N_("from which to which of those requests") },
  { "count=N", N_("how many times at most") },
  { "percent=N", N_("how likely") },
  { "ms=N", N_("how long to wait before it, or between the bytes of a drip") },
  { "retry_after=N", N_("the seconds that 429 and 503 tell") },
  { "url=URL", N_("where a redirection leads") },
  { "field=NAME", N_("what gets the wrong type") },
};

static void
add_fault (TrancheDemoFaultPlan *self,
           TrancheDemoFault     *fault,
           guint32               seed)
{
  guint32 seeds[] = { seed, self->faults->len };

  g_ptr_array_add (self->faults, fault);
  g_ptr_array_add (self->randoms, g_rand_new_with_seed_array (seeds, G_N_ELEMENTS (seeds)));
}

/* NULL and no error for a rule of nothing but blanks, as after a last semicolon. */
static TrancheDemoFault *
parse_words (const char  *rule,
             GError     **error)
{
  g_autoptr (TrancheDemoFault) fault = NULL;
  g_auto (GStrv) words = g_strsplit_set (rule, " \t\n", -1);

  for (gsize i = 0; words[i]; i++) {
    char *value = strchr (words[i], '=');

    if (*words[i] == '\0')
      continue;

    if (!fault) {
      fault = tranche_demo_fault_new (words[i], error);
      if (!fault)
        return NULL;
      continue;
    }

    if (!value) {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _("“%s” is not NAME=VALUE"), words[i]);
      return NULL;
    }

    *value = '\0';
    if (!tranche_demo_fault_set (fault, words[i], value + 1, error))
      return NULL;
  }

  return g_steal_pointer (&fault);
}

static gboolean
parse_text (TrancheDemoFaultPlan  *self,
            const char            *text,
            guint32                seed,
            GError               **error)
{
  g_auto (GStrv) rules = g_strsplit (text, ";", -1);

  for (gsize i = 0; rules[i]; i++) {
    g_autoptr (GError) rule_error = NULL;
    TrancheDemoFault *fault = parse_words (rules[i], &rule_error);

    if (rule_error) {
      g_propagate_error (error, g_steal_pointer (&rule_error));
      return FALSE;
    }
    if (fault)
      add_fault (self, fault, seed);
  }

  return TRUE;
}

/* NULL for what is neither a text nor a whole number. (transfer full) */
static char *
dup_value (JsonNode *node)
{
  if (!node || !JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));

  return json_node_dup_string (node);
}

static gboolean
is_read_only (const char *name)
{
  return g_str_equal (name, "kind") || g_str_equal (name, "matched") ||
         g_str_equal (name, "struck");
}

static TrancheDemoFault *
parse_object (JsonObject  *object,
              GError     **error)
{
  g_autofree char *kind = dup_value (json_object_get_member (object, "kind"));
  g_autoptr (TrancheDemoFault) fault = tranche_demo_fault_new (kind ? kind : "", error);
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (!fault)
    return NULL;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node)) {
    g_autofree char *value = dup_value (node);

    if (is_read_only (name))
      continue;

    if (!value) {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _("“%s” is neither a text nor a whole number"), name);
      return NULL;
    }

    if (!tranche_demo_fault_set (fault, name, value, error))
      return NULL;
  }

  return g_steal_pointer (&fault);
}

static gboolean
parse_json (TrancheDemoFaultPlan  *self,
            const char            *text,
            guint32                seed,
            GError               **error)
{
  g_autoptr (JsonNode) root = json_from_string (text, error);
  JsonArray *rules;

  if (!root)
    return FALSE;

  rules = json_node_get_array (root);
  for (guint i = 0; i < json_array_get_length (rules); i++) {
    JsonNode *node = json_array_get_element (rules, i);
    TrancheDemoFault *fault = NULL;

    if (JSON_NODE_HOLDS_OBJECT (node))
      fault = parse_object (json_node_get_object (node), error);
    else
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                           _("A rule is an object"));
    if (!fault)
      return FALSE;

    add_fault (self, fault, seed);
  }

  return TRUE;
}

TrancheDemoFaultPlan *
tranche_demo_fault_plan_new (const char  *text,
                             guint32      seed,
                             GError     **error)
{
  g_autoptr (TrancheDemoFaultPlan) self = g_new0 (TrancheDemoFaultPlan, 1);
  gboolean parsed;

  self->faults = g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_demo_fault_free);
  self->randoms = g_ptr_array_new_with_free_func ((GDestroyNotify) g_rand_free);

  if (text[strspn (text, " \t\r\n")] == '[')
    parsed = parse_json (self, text, seed, error);
  else
    parsed = parse_text (self, text, seed, error);

  return parsed ? g_steal_pointer (&self) : NULL;
}

void
tranche_demo_fault_plan_free (TrancheDemoFaultPlan *self)
{
  g_ptr_array_unref (self->faults);
  g_ptr_array_unref (self->randoms);
  g_free (self);
}

const TrancheDemoFault *
tranche_demo_fault_plan_choose (TrancheDemoFaultPlan    *self,
                                const char              *method,
                                const char              *path,
                                const TrancheDemoTarget *target)
{
  for (guint i = 0; i < self->faults->len; i++) {
    TrancheDemoFault *fault = g_ptr_array_index (self->faults, i);

    if (tranche_demo_fault_strike (fault, method, path, target,
                                   g_ptr_array_index (self->randoms, i)))
      return fault;
  }

  return NULL;
}

char *
tranche_demo_fault_plan_describe (void)
{
  g_autofree char *kinds = tranche_demo_fault_list_kinds ();
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "  %s\n", kinds);
  for (gsize i = 0; i < G_N_ELEMENTS (help); i++)
    g_string_append_printf (text, "    %-18s %s\n", help[i].words, _(help[i].meaning));

  return g_string_free (text, FALSE);
}

char *
tranche_demo_fault_plan_to_json (TrancheDemoFaultPlan *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < self->faults->len; i++)
    tranche_demo_fault_write (g_ptr_array_index (self->faults, i), builder);
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}
