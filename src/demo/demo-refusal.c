/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo/demo-refusal.h"

#include "core/json-writer.h"

struct _TrancheDemoRefusal {
  GPtrArray *errors;
  /* In the order in which they were found; the texts stand beside them. */
  GPtrArray *fields;
  GPtrArray *texts;
};

TrancheDemoRefusal *
tranche_demo_refusal_new (void)
{
  TrancheDemoRefusal *self = g_new0 (TrancheDemoRefusal, 1);

  self->errors = g_ptr_array_new_with_free_func (g_free);
  self->fields = g_ptr_array_new_with_free_func (g_free);
  self->texts = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
tranche_demo_refusal_free (TrancheDemoRefusal *self)
{
  g_ptr_array_unref (self->errors);
  g_ptr_array_unref (self->fields);
  g_ptr_array_unref (self->texts);
  g_free (self);
}

void
tranche_demo_refusal_add_error (TrancheDemoRefusal *self,
                                const char         *format,
                                ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (self->errors, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

void
tranche_demo_refusal_add_field (TrancheDemoRefusal *self,
                                char               *field,
                                const char         *text)
{
  if (g_ptr_array_find_with_equal_func (self->fields, field, g_str_equal, NULL)) {
    g_free (field);
    return;
  }

  g_ptr_array_add (self->fields, field);
  g_ptr_array_add (self->texts, g_strdup (text));
}

gboolean
tranche_demo_refusal_is_empty (TrancheDemoRefusal *self)
{
  return self->errors->len == 0 && self->fields->len == 0;
}

static void
write_errors (TrancheDemoRefusal *self,
              TrancheJsonWriter  *writer)
{
  tranche_json_writer_add_name (writer, "errors");
  tranche_json_writer_begin_array (writer);
  for (guint i = 0; i < self->errors->len; i++)
    tranche_json_writer_add_string (writer, g_ptr_array_index (self->errors, i));
  tranche_json_writer_end_array (writer);
}

static void
write_fields (TrancheDemoRefusal *self,
              TrancheJsonWriter  *writer)
{
  tranche_json_writer_add_name (writer, "validations");
  tranche_json_writer_begin_object (writer);
  for (guint i = 0; i < self->fields->len; i++) {
    tranche_json_writer_add_name (writer, g_ptr_array_index (self->fields, i));
    tranche_json_writer_add_string (writer, g_ptr_array_index (self->texts, i));
  }
  tranche_json_writer_end_object (writer);
}

char *
tranche_demo_refusal_to_json (TrancheDemoRefusal *self)
{
  g_autoptr (TrancheJsonWriter) writer = tranche_json_writer_new ();

  tranche_json_writer_begin_object (writer);
  if (self->errors->len > 0)
    write_errors (self, writer);
  else
    write_fields (self, writer);
  tranche_json_writer_end_object (writer);

  return tranche_json_writer_finish (g_steal_pointer (&writer));
}
