/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrancheJsonReader:
 *
 * Reads JSON text (RFC 8259) from beginning to end without making a tree of
 * it, strictly: what is not JSON, not UTF-8, cut off, nested deeper than 64
 * levels, or followed by something else is an error.
 *
 * json-glib was measured at 20 µs for one answer of a bank, and knows numbers
 * as doubles only; this reader takes amounts of money digit by digit.
 *
 * An error sticks. From then on every function returns %FALSE, %NULL or 0, so
 * that a caller looks once, at the end, with tranche_json_reader_finish(). The
 * errors are of %TRANCHE_BANK_ERROR_PROTOCOL; they name the field and the
 * place, never a value, for values are personal data.
 *
 * An object is read so; a member whose value was not read is skipped:
 *
 * |[
 * if (tranche_json_reader_enter_object (reader))
 *   while ((name = tranche_json_reader_next_member (reader)))
 *     ...
 * ]|
 */
typedef struct _TrancheJsonReader TrancheJsonReader;

/**
 * TrancheJsonKind:
 * @TRANCHE_JSON_NONE: no value: the text has ended or is not JSON
 *
 * What the next value is.
 */
typedef enum {
  TRANCHE_JSON_NONE,
  TRANCHE_JSON_NULL,
  TRANCHE_JSON_BOOLEAN,
  TRANCHE_JSON_NUMBER,
  TRANCHE_JSON_STRING,
  TRANCHE_JSON_ARRAY,
  TRANCHE_JSON_OBJECT,
} TrancheJsonKind;

/* A mark of byte order before the text is stepped over. */
TrancheJsonReader *tranche_json_reader_new          (GBytes             *text);
void               tranche_json_reader_free         (TrancheJsonReader  *self);

/* Looks at the next value without reading it. */
TrancheJsonKind    tranche_json_reader_peek         (TrancheJsonReader  *self);

gboolean           tranche_json_reader_enter_object (TrancheJsonReader  *self);
/* The name of the next member of the innermost object, valid until the next
 * call; %NULL after the last one, which leaves the object. */
const char        *tranche_json_reader_next_member  (TrancheJsonReader  *self);
gboolean           tranche_json_reader_enter_array  (TrancheJsonReader  *self);
/* Whether the innermost array has another element; %FALSE leaves the array. */
gboolean           tranche_json_reader_next_element (TrancheJsonReader  *self);

/* Each of these reads the next value, which must be of that kind. */
/* Valid until the next call. A half of a surrogate pair becomes U+FFFD; a NUL
 * is an error. */
const char        *tranche_json_reader_read_string  (TrancheJsonReader  *self);
/* The number as it stands there, valid until the next call. */
const char        *tranche_json_reader_read_number  (TrancheJsonReader  *self);
gboolean           tranche_json_reader_read_boolean (TrancheJsonReader  *self);
/* Any value, null too. */
void               tranche_json_reader_skip         (TrancheJsonReader  *self);

/* For rules of the caller's own: "the reply's field @name is not @expected".
 * %NULL is the member that is read just now. */
void               tranche_json_reader_fail         (TrancheJsonReader  *self,
                                                     const char         *name,
                                                     const char         *expected);
/* Whether nothing went wrong yet. */
gboolean           tranche_json_reader_is_ok        (TrancheJsonReader  *self);
/* Whether all is read, nothing went wrong, and nothing else follows. */
gboolean           tranche_json_reader_finish       (TrancheJsonReader  *self,
                                                     GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheJsonReader, tranche_json_reader_free)

G_END_DECLS
