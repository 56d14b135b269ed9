/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/json-writer.h"

struct _TrancheJsonWriter {
  GString *text;
  /* Objects and arrays that are not ended yet. */
  guint depth;
  /* The next value follows another one, or the name of a member. */
  gboolean needs_comma;
};

TrancheJsonWriter *
tranche_json_writer_new (void)
{
  TrancheJsonWriter *self = g_new0 (TrancheJsonWriter, 1);

  self->text = g_string_new (NULL);

  return self;
}

void
tranche_json_writer_free (TrancheJsonWriter *self)
{
  if (self->text)
    g_string_free (self->text, TRUE);
  g_free (self);
}

char *
tranche_json_writer_finish (TrancheJsonWriter *self)
{
  char *text;

  g_assert (self->depth == 0);

  text = g_string_free (g_steal_pointer (&self->text), FALSE);
  tranche_json_writer_free (self);

  return text;
}

static void
begin_value (TrancheJsonWriter *self)
{
  if (self->needs_comma)
    g_string_append_c (self->text, ',');

  self->needs_comma = TRUE;
}

static void
append_quoted (TrancheJsonWriter *self,
               const char        *text)
{
  g_string_append_c (self->text, '"');

  for (const char *c = text; *c != '\0'; c++) {
    switch (*c) {
    case '"':
    case '\\':
      g_string_append_c (self->text, '\\');
      g_string_append_c (self->text, *c);
      break;

    case '\n':
      g_string_append (self->text, "\\n");
      break;

    case '\r':
      g_string_append (self->text, "\\r");
      break;

    case '\t':
      g_string_append (self->text, "\\t");
      break;

    default:
      if ((guchar) *c < 0x20 || *c == 0x7f)
        g_string_append_printf (self->text, "\\u%04x", (guint) *c);
      else
        g_string_append_c (self->text, *c);
    }
  }

  g_string_append_c (self->text, '"');
}

static void
begin_container (TrancheJsonWriter *self,
                 char               bracket)
{
  begin_value (self);
  g_string_append_c (self->text, bracket);
  self->depth++;
  self->needs_comma = FALSE;
}

static void
end_container (TrancheJsonWriter *self,
               char               bracket)
{
  g_assert (self->depth > 0);

  g_string_append_c (self->text, bracket);
  self->depth--;
  self->needs_comma = TRUE;
}

void
tranche_json_writer_begin_object (TrancheJsonWriter *self)
{
  begin_container (self, '{');
}

void
tranche_json_writer_end_object (TrancheJsonWriter *self)
{
  end_container (self, '}');
}

void
tranche_json_writer_begin_array (TrancheJsonWriter *self)
{
  begin_container (self, '[');
}

void
tranche_json_writer_end_array (TrancheJsonWriter *self)
{
  end_container (self, ']');
}

void
tranche_json_writer_add_name (TrancheJsonWriter *self,
                              const char        *name)
{
  begin_value (self);
  append_quoted (self, name);
  g_string_append_c (self->text, ':');
  self->needs_comma = FALSE;
}

void
tranche_json_writer_add_string (TrancheJsonWriter *self,
                                const char        *text)
{
  begin_value (self);

  if (text)
    append_quoted (self, text);
  else
    g_string_append (self->text, "null");
}

void
tranche_json_writer_add_integer (TrancheJsonWriter *self,
                                 gint64             number)
{
  begin_value (self);
  g_string_append_printf (self->text, "%" G_GINT64_FORMAT, number);
}

void
tranche_json_writer_add_boolean (TrancheJsonWriter *self,
                                 gboolean           value)
{
  begin_value (self);
  g_string_append (self->text, value ? "true" : "false");
}

void
tranche_json_writer_add_money (TrancheJsonWriter  *self,
                               const TrancheMoney *amount)
{
  g_autofree char *decimal = NULL;

  begin_value (self);

  if (tranche_money_is_set (amount))
    decimal = tranche_money_to_decimal (amount);

  g_string_append (self->text, decimal ? decimal : "null");
}
