/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/cfront-phone.h"

#include <string.h>

#include "core/customer.h"

#define COUNTRY "UA"
#define PREFIX "380"
#define N_DIGITS 12
#define N_SHORT_DIGITS 9

/* Nine digits are a number without its zero in front: with one they are a
 * longer number that somebody has not typed to its end. */
static gboolean
is_cut_off (const char *phone)
{
  g_autofree char *typed = tranche_phone_to_digits (phone, NULL);

  return strlen (typed) == N_SHORT_DIGITS && typed[0] == '0';
}

char *
tranche_cfront_phone (const char *phone)
{
  g_autofree char *digits = tranche_phone_to_digits (phone, COUNTRY);

  if (strlen (digits) != N_DIGITS || !g_str_has_prefix (digits, PREFIX) || is_cut_off (phone))
    return NULL;

  return g_strconcat ("+", digits, NULL);
}
