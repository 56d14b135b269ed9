/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz.h"

#include <string.h>

#include "banks/cfront-phone.h"
#include "core/customer.h"

#define LONGEST_ADDED_PREFIX 3

static void
read_phone (const char *phone,
            const char *country)
{
  g_autofree char *digits = tranche_phone_to_digits (phone, country);

  g_assert_nonnull (digits);
  g_assert_cmpuint (strspn (digits, "0123456789"), ==, strlen (digits));
  g_assert_cmpuint (strlen (digits), <=, strlen (phone) + LONGEST_ADDED_PREFIX);

  /* The international form is its own. After a plus the digits are left as
   * they are, so that without it they may be read as a national number. */
  if (!strchr (phone, '+')) {
    g_autofree char *again = tranche_phone_to_digits (digits, country);

    g_assert_cmpstr (again, ==, digits);
  }
}

static void
read_cfront_phone (const char *phone)
{
  g_autofree char *wire = tranche_cfront_phone (phone);
  g_autofree char *again = NULL;

  if (!wire)
    return;

  g_assert_true (g_str_has_prefix (wire, "+380"));
  g_assert_cmpuint (strlen (wire), ==, strlen ("+380") + 9);
  g_assert_cmpuint (strspn (wire + 1, "0123456789"), ==, strlen (wire) - 1);
  again = tranche_cfront_phone (wire);
  g_assert_cmpstr (again, ==, wire);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *phone = g_strndup ((const char *) data, size);

  read_phone (phone, "RU");
  read_phone (phone, "UA");
  read_phone (phone, NULL);
  read_cfront_phone (phone);

  return 0;
}
