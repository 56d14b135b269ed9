/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>
#include <libsoup/soup.h>

G_BEGIN_DECLS

/* The letters alone speak XML, too: requests and answers are the same trees as in
 * JSON, under the xml names of monobank's OpenAPI. */

/* Whether the request body is XML. */
gboolean  tranche_demo_cfront_xml_is_request (SoupMessageHeaders  *request);
/* Whether the client wants XML rather than JSON; where it does not say, it is
 * answered in the language it asked in. */
gboolean  tranche_demo_cfront_xml_is_wanted  (SoupMessageHeaders  *request);

/* Reads a document as the object that it would be in JSON: elements and
 * attributes are members, text is a string. @strict has the root and the
 * attributes exactly as documented; otherwise attributes and elements stand for
 * each other, as in the bank's own reader. (transfer full) */
JsonNode *tranche_demo_cfront_xml_parse      (GBytes              *body,
                                              gboolean             strict,
                                              GError             **error);
/* Writes a letter that is given as JSON. (transfer full) */
char     *tranche_demo_cfront_xml_write      (const char          *json);

G_END_DECLS
