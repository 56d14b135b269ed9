/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo/demo-fault.h"

#include <glib/gi18n.h>

#define MAX_MS          (10 * 60 * 1000)
#define MAX_RETRY_AFTER (24 * 60 * 60)

typedef enum {
  WHEN_BEFORE = 1 << 0,
  WHEN_AFTER = 1 << 1,
} When;

/* What a kind is called, when it can happen, and what is usual. An answer can
 * be spoiled only where there is one, and 429 says that nothing was done. */
static const struct {
  const char *word;
  When possible;
  gboolean after;
  guint ms;
} kinds[] = {
  [TRANCHE_DEMO_FAULT_DELAY] = { "delay", WHEN_BEFORE | WHEN_AFTER, TRUE, 1000 },
  [TRANCHE_DEMO_FAULT_DROP] = { "drop", WHEN_BEFORE | WHEN_AFTER, FALSE, 0 },
  [TRANCHE_DEMO_FAULT_RESET] = { "reset", WHEN_BEFORE | WHEN_AFTER, FALSE, 0 },
  [TRANCHE_DEMO_FAULT_HALF] = { "half", WHEN_AFTER, TRUE, 0 },
  [TRANCHE_DEMO_FAULT_GARBAGE] = { "garbage", WHEN_BEFORE | WHEN_AFTER, TRUE, 0 },
  [TRANCHE_DEMO_FAULT_WRONG_TYPE] = { "wrong-type", WHEN_AFTER, TRUE, 0 },
  [TRANCHE_DEMO_FAULT_TOO_MANY] = { "429", WHEN_BEFORE, FALSE, 0 },
  [TRANCHE_DEMO_FAULT_FAILURE] = { "500", WHEN_BEFORE | WHEN_AFTER, FALSE, 0 },
  [TRANCHE_DEMO_FAULT_UNAVAILABLE] = { "503", WHEN_BEFORE | WHEN_AFTER, FALSE, 0 },
  [TRANCHE_DEMO_FAULT_REDIRECT] = { "redirect", WHEN_BEFORE | WHEN_AFTER, FALSE, 0 },
  [TRANCHE_DEMO_FAULT_ENDLESS] = { "endless", WHEN_BEFORE | WHEN_AFTER, TRUE, 0 },
  [TRANCHE_DEMO_FAULT_DRIP] = { "drip", WHEN_AFTER, TRUE, 20 },
};

static const struct {
  const char *name;
  gsize offset;
} texts[] = {
  { "method", G_STRUCT_OFFSET (TrancheDemoFault, method) },
  { "path", G_STRUCT_OFFSET (TrancheDemoFault, path) },
  { "operation", G_STRUCT_OFFSET (TrancheDemoFault, operation) },
  { "order", G_STRUCT_OFFSET (TrancheDemoFault, order) },
  { "url", G_STRUCT_OFFSET (TrancheDemoFault, url) },
  { "field", G_STRUCT_OFFSET (TrancheDemoFault, field) },
};

static const struct {
  const char *name;
  gsize offset;
  guint min;
  guint max;
} numbers[] = {
  { "first", G_STRUCT_OFFSET (TrancheDemoFault, first), 1, G_MAXINT },
  { "last", G_STRUCT_OFFSET (TrancheDemoFault, last), 0, G_MAXINT },
  { "count", G_STRUCT_OFFSET (TrancheDemoFault, count), 0, G_MAXINT },
  { "percent", G_STRUCT_OFFSET (TrancheDemoFault, percent), 1, 100 },
  { "ms", G_STRUCT_OFFSET (TrancheDemoFault, ms), 0, MAX_MS },
  { "retry_after", G_STRUCT_OFFSET (TrancheDemoFault, retry_after), 0, MAX_RETRY_AFTER },
};

TrancheDemoFault *
tranche_demo_fault_new (const char  *kind,
                        GError     **error)
{
  TrancheDemoFault *self;
  gsize i = 0;

  while (i < G_N_ELEMENTS (kinds) && !g_str_equal (kinds[i].word, kind))
    i++;

  if (i == G_N_ELEMENTS (kinds)) {
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("No such fault: %s"), kind);
    return NULL;
  }

  self = g_new0 (TrancheDemoFault, 1);
  self->kind = i;
  self->after = kinds[i].after;
  self->first = 1;
  self->percent = 100;
  self->ms = kinds[i].ms;
  self->retry_after = 1;

  return self;
}

void
tranche_demo_fault_free (TrancheDemoFault *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (G_STRUCT_MEMBER (char *, self, texts[i].offset));
  g_free (self);
}

static gboolean
set_when (TrancheDemoFault  *self,
          const char        *value,
          GError           **error)
{
  gboolean after = g_str_equal (value, "after");

  if ((!after && !g_str_equal (value, "before")) ||
      !(kinds[self->kind].possible & (after ? WHEN_AFTER : WHEN_BEFORE))) {
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _("%s cannot happen when=%s"), kinds[self->kind].word, value);
    return FALSE;
  }

  self->after = after;

  return TRUE;
}

static gboolean
set_text (TrancheDemoFault *self,
          const char       *name,
          const char       *value)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    if (!g_str_equal (texts[i].name, name))
      continue;

    g_set_str (&G_STRUCT_MEMBER (char *, self, texts[i].offset), value);
    return TRUE;
  }

  return FALSE;
}

static gboolean
set_number (TrancheDemoFault  *self,
            const char        *name,
            const char        *value,
            GError           **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++) {
    guint64 number;

    if (!g_str_equal (numbers[i].name, name))
      continue;

    if (!g_ascii_string_to_unsigned (value, 10, numbers[i].min, numbers[i].max, &number, NULL)) {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _("%s must be from %u to %u"), name, numbers[i].min, numbers[i].max);
      return FALSE;
    }

    G_STRUCT_MEMBER (guint, self, numbers[i].offset) = number;
    return TRUE;
  }

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("A fault has no “%s”"), name);
  return FALSE;
}

gboolean
tranche_demo_fault_set (TrancheDemoFault  *self,
                        const char        *name,
                        const char        *value,
                        GError           **error)
{
  if (g_str_equal (name, "when"))
    return set_when (self, value, error);
  if (g_str_equal (name, "operation"))
    value = tranche_demo_target_operation (value);

  return set_text (self, name, value) || set_number (self, name, value, error);
}

char *
tranche_demo_fault_list_kinds (void)
{
  GString *words = g_string_new (kinds[0].word);

  for (gsize i = 1; i < G_N_ELEMENTS (kinds); i++)
    g_string_append_printf (words, " %s", kinds[i].word);

  return g_string_free (words, FALSE);
}

static gboolean
is_or_any (const char *wanted,
           const char *given)
{
  return !wanted || g_strcmp0 (wanted, given) == 0;
}

gboolean
tranche_demo_fault_strike (TrancheDemoFault        *self,
                           const char              *method,
                           const char              *path,
                           const TrancheDemoTarget *target,
                           GRand                   *random)
{
  if (!is_or_any (self->method, method) ||
      !is_or_any (self->operation, target->operation) ||
      !is_or_any (self->order, target->order) ||
      (self->path && !g_pattern_match_simple (self->path, path)))
    return FALSE;

  self->n_matched++;

  if ((guint) g_rand_int_range (random, 0, 100) >= self->percent ||
      self->n_matched < self->first ||
      (self->last > 0 && self->n_matched > self->last) ||
      (self->count > 0 && self->n_struck >= self->count))
    return FALSE;

  self->n_struck++;

  return TRUE;
}

static void
write_number (JsonBuilder *builder,
              const char  *name,
              guint        number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

static void
write_text (JsonBuilder *builder,
            const char  *name,
            const char  *text)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

void
tranche_demo_fault_write (const TrancheDemoFault *self,
                          JsonBuilder            *builder)
{
  json_builder_begin_object (builder);
  write_text (builder, "kind", kinds[self->kind].word);
  write_text (builder, "when", self->after ? "after" : "before");

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    const char *text = G_STRUCT_MEMBER (char *, self, texts[i].offset);

    if (text)
      write_text (builder, texts[i].name, text);
  }

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    write_number (builder, numbers[i].name, G_STRUCT_MEMBER (guint, self, numbers[i].offset));

  write_number (builder, "matched", self->n_matched);
  write_number (builder, "struck", self->n_struck);
  json_builder_end_object (builder);
}
