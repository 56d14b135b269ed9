/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/json-reader.h"

#include <string.h>

#include "banks/json-string.h"
#include "core/bank-error.h"

#define MAX_DEPTH 64

struct _TrancheJsonReader {
  GBytes *bytes;
  const char *start;
  const char *end;
  const char *at;
  /* The string, name or number that was read last. */
  GString *scratch;
  /* The member whose value is read, for error messages. */
  GString *member;
  GError *error;
  guint depth;
  /* One bit a level, the outermost the lowest. */
  guint64 objects;
  /* The innermost container has had a value, so that a comma is due. */
  gboolean follows;
  /* A value is due that nobody has read yet. */
  gboolean pending;
};

TrancheJsonReader *
tranche_json_reader_new (GBytes *text)
{
  TrancheJsonReader *self = g_new0 (TrancheJsonReader, 1);
  gsize length;

  self->bytes = g_bytes_ref (text);
  self->start = g_bytes_get_data (text, &length);
  self->start = self->start ? self->start : "";
  self->end = self->start + length;
  self->at = self->start;
  self->scratch = g_string_sized_new (64);
  self->member = g_string_sized_new (32);
  self->pending = TRUE;

  /* A NUL is not valid here either. */
  if (!g_utf8_validate_len (self->start, length, NULL))
    self->error = tranche_bank_error_new (TRANCHE_BANK_ERROR_PROTOCOL, 0,
                                          "The reply is not UTF-8");
  else if (length >= 3 && memcmp (self->start, "\xef\xbb\xbf", 3) == 0)
    self->at += 3;

  return self;
}

void
tranche_json_reader_free (TrancheJsonReader *self)
{
  if (!self)
    return;

  g_bytes_unref (self->bytes);
  g_string_free (self->scratch, TRUE);
  g_string_free (self->member, TRUE);
  g_clear_error (&self->error);
  g_free (self);
}

void
tranche_json_reader_fail (TrancheJsonReader *self,
                          const char        *name,
                          const char        *expected)
{
  if (self->error)
    return;

  if (!name)
    name = self->member->str;
  if (*name)
    self->error = tranche_bank_error_new (TRANCHE_BANK_ERROR_PROTOCOL, 0,
                                          "The reply's field “%s” is not %s", name, expected);
  else
    self->error = tranche_bank_error_new (TRANCHE_BANK_ERROR_PROTOCOL, 0, "The reply is not %s",
                                          expected);
}

gboolean
tranche_json_reader_is_ok (TrancheJsonReader *self)
{
  return self->error == NULL;
}

static gboolean
fail_syntax (TrancheJsonReader *self)
{
  if (!self->error)
    self->error = tranche_bank_error_new (TRANCHE_BANK_ERROR_PROTOCOL, 0,
                                          "The reply is not JSON at byte %" G_GSIZE_FORMAT,
                                          (gsize) (self->at - self->start));
  return FALSE;
}

static void
skip_blanks (TrancheJsonReader *self)
{
  while (self->at < self->end && strchr (" \t\r\n", *self->at))
    self->at++;
}

static gboolean
take_char (TrancheJsonReader *self,
           char               c)
{
  if (self->error || self->at == self->end || *self->at != c)
    return FALSE;

  self->at++;
  return TRUE;
}

static gboolean
take_word (TrancheJsonReader *self,
           const char        *word)
{
  gsize length = strlen (word);

  if ((gsize) (self->end - self->at) < length || memcmp (self->at, word, length) != 0)
    return fail_syntax (self);

  self->at += length;
  return TRUE;
}

TrancheJsonKind
tranche_json_reader_peek (TrancheJsonReader *self)
{
  if (self->error || !self->pending)
    return TRANCHE_JSON_NONE;

  skip_blanks (self);
  if (self->at == self->end)
    return TRANCHE_JSON_NONE;

  switch (*self->at) {
  case 'n':
    return TRANCHE_JSON_NULL;
  case 't':
  case 'f':
    return TRANCHE_JSON_BOOLEAN;
  case '"':
    return TRANCHE_JSON_STRING;
  case '[':
    return TRANCHE_JSON_ARRAY;
  case '{':
    return TRANCHE_JSON_OBJECT;
  default:
    return *self->at == '-' || g_ascii_isdigit (*self->at) ? TRANCHE_JSON_NUMBER
                                                           : TRANCHE_JSON_NONE;
  }
}

/* Begins to read a value that must be of @kind. */
static gboolean
begin_value (TrancheJsonReader *self,
             TrancheJsonKind    kind,
             const char        *expected)
{
  TrancheJsonKind found = tranche_json_reader_peek (self);

  if (self->error)
    return FALSE;
  if (found == TRANCHE_JSON_NONE)
    return fail_syntax (self);
  if (found != kind) {
    tranche_json_reader_fail (self, NULL, expected);
    return FALSE;
  }

  self->pending = FALSE;
  self->follows = TRUE;
  return TRUE;
}

static gboolean
enter (TrancheJsonReader *self,
       gboolean           is_object)
{
  if (!begin_value (self, is_object ? TRANCHE_JSON_OBJECT : TRANCHE_JSON_ARRAY,
                    is_object ? "an object" : "a list"))
    return FALSE;

  if (self->depth == MAX_DEPTH) {
    self->error = tranche_bank_error_new (TRANCHE_BANK_ERROR_PROTOCOL, 0,
                                          "The reply is nested too deeply");
    return FALSE;
  }

  self->at++;
  self->objects = (self->objects & ~(G_GUINT64_CONSTANT (1) << self->depth)) |
                  ((guint64) is_object << self->depth);
  self->depth++;
  self->follows = FALSE;
  return TRUE;
}

/* Goes to the next value or name of the innermost container; FALSE at its end. */
static gboolean
next (TrancheJsonReader *self,
      gboolean           is_object)
{
  g_return_val_if_fail (self->error || self->depth > 0, FALSE);
  g_return_val_if_fail (self->error || ((self->objects >> (self->depth - 1)) & 1) == !!is_object,
                        FALSE);

  if (self->pending)
    tranche_json_reader_skip (self);
  if (self->error)
    return FALSE;

  skip_blanks (self);
  if (take_char (self, is_object ? '}' : ']')) {
    self->depth--;
    self->follows = TRUE;
    return FALSE;
  }
  if (self->follows && !take_char (self, ','))
    return fail_syntax (self);

  skip_blanks (self);
  return TRUE;
}

gboolean
tranche_json_reader_enter_object (TrancheJsonReader *self)
{
  return enter (self, TRUE);
}

gboolean
tranche_json_reader_enter_array (TrancheJsonReader *self)
{
  return enter (self, FALSE);
}

static gboolean
take_string (TrancheJsonReader *self,
             GString           *out)
{
  return tranche_json_string_take (&self->at, self->end, out) || fail_syntax (self);
}

const char *
tranche_json_reader_next_member (TrancheJsonReader *self)
{
  if (!next (self, TRUE)) {
    g_string_truncate (self->member, 0);
    return NULL;
  }

  if (!take_string (self, self->member))
    return NULL;

  skip_blanks (self);
  if (!take_char (self, ':')) {
    fail_syntax (self);
    return NULL;
  }

  self->pending = TRUE;
  return self->member->str;
}

gboolean
tranche_json_reader_next_element (TrancheJsonReader *self)
{
  if (!next (self, FALSE))
    return FALSE;

  self->pending = TRUE;
  return TRUE;
}

const char *
tranche_json_reader_read_string (TrancheJsonReader *self)
{
  if (!begin_value (self, TRANCHE_JSON_STRING, "a text") || !take_string (self, self->scratch))
    return NULL;

  return self->scratch->str;
}

static gboolean
take_digits (TrancheJsonReader *self)
{
  const char *first = self->at;

  while (self->at < self->end && g_ascii_isdigit (*self->at))
    self->at++;

  return self->at > first || fail_syntax (self);
}

const char *
tranche_json_reader_read_number (TrancheJsonReader *self)
{
  const char *first;

  if (!begin_value (self, TRANCHE_JSON_NUMBER, "a number"))
    return NULL;

  first = self->at;
  take_char (self, '-');
  if (!take_char (self, '0') && !take_digits (self))
    return NULL;
  if (take_char (self, '.') && !take_digits (self))
    return NULL;
  if (take_char (self, 'e') || take_char (self, 'E')) {
    if (!take_char (self, '+'))
      take_char (self, '-');
    if (!take_digits (self))
      return NULL;
  }

  g_string_truncate (self->scratch, 0);
  g_string_append_len (self->scratch, first, self->at - first);
  return self->scratch->str;
}

gboolean
tranche_json_reader_read_boolean (TrancheJsonReader *self)
{
  if (!begin_value (self, TRANCHE_JSON_BOOLEAN, "true or false"))
    return FALSE;

  if (*self->at == 't')
    return take_word (self, "true");

  take_word (self, "false");
  return FALSE;
}

void
tranche_json_reader_skip (TrancheJsonReader *self)
{
  switch (tranche_json_reader_peek (self)) {
  case TRANCHE_JSON_NULL:
    if (begin_value (self, TRANCHE_JSON_NULL, "null"))
      take_word (self, "null");
    break;
  case TRANCHE_JSON_BOOLEAN:
    tranche_json_reader_read_boolean (self);
    break;
  case TRANCHE_JSON_NUMBER:
    tranche_json_reader_read_number (self);
    break;
  case TRANCHE_JSON_STRING:
    tranche_json_reader_read_string (self);
    break;
  case TRANCHE_JSON_ARRAY:
    /* What is inside is skipped in its turn, no deeper than MAX_DEPTH. */
    if (tranche_json_reader_enter_array (self))
      while (tranche_json_reader_next_element (self))
        ;
    break;
  case TRANCHE_JSON_OBJECT:
    if (tranche_json_reader_enter_object (self))
      while (tranche_json_reader_next_member (self))
        ;
    break;
  case TRANCHE_JSON_NONE:
  default:
    fail_syntax (self);
    break;
  }
}

gboolean
tranche_json_reader_finish (TrancheJsonReader *self,
                            GError           **error)
{
  if (self->pending)
    fail_syntax (self);
  if (!self->error) {
    skip_blanks (self);
    if (self->depth > 0 || self->at < self->end)
      fail_syntax (self);
  }

  if (!self->error)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}
