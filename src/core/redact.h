/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @text (nullable) for a log: valid UTF-8, in which are masked
 *
 * - phone numbers, but for their last two digits: "***66";
 * - e-mail addresses;
 * - the values of Authorization, signature and cookie headers;
 * - JSON and query values whose key speaks of a name, phone, e-mail address,
 *   tax code, document, card, password, token or secret, also inside of a
 *   string that holds JSON;
 * - user and password in an address;
 * - long words that look like a key or a signature.
 *
 * It rather masks too much: ten digits that are no phone are masked too. A name
 * in running text cannot be told from other words, so that names must not be
 * put into messages. Redacting twice is as redacting once. (transfer full) */
char *tranche_redact (const char *text);

G_END_DECLS
