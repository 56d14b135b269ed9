/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/order-number.h"

#include <string.h>
#include <unistd.h>

#define MAX_PREFIX 6

/* More is a date, a year or a part of a generated number, and not a count. */
#define MAX_COUNT 98

/* Sixteen, so that each takes four random bits. A sign is in it only if no
 * other one of it, and no Cyrillic letter, looks or sounds like it. */
static const char alphabet[] = "23456789DFJLNRVW";

G_STATIC_ASSERT (sizeof alphabet - 1 == 16);

static void
append_prefix (GString    *number,
               const char *prefix)
{
  for (; *prefix != '\0' && number->len < MAX_PREFIX; prefix++) {
    if (g_ascii_isalnum (*prefix))
      g_string_append_c (number, g_ascii_toupper (*prefix));
  }

  if (number->len > 0)
    g_string_append_c (number, '-');
}

char *
tranche_order_number_build (const char   *prefix,
                            GDateTime    *date,
                            const guint8 *random)
{
  GString *number;

  g_return_val_if_fail (date != NULL, NULL);
  g_return_val_if_fail (random != NULL, NULL);

  number = g_string_new (NULL);
  if (prefix != NULL)
    append_prefix (number, prefix);

  g_string_append_printf (number, "%02d%02d",
                          g_date_time_get_month (date),
                          g_date_time_get_day_of_month (date));

  for (guint i = 0; i < 2 * TRANCHE_ORDER_NUMBER_N_RANDOM; i++) {
    guint bits = i % 2 == 0 ? random[i / 2] >> 4 : random[i / 2] & 0xf;

    if (i % TRANCHE_ORDER_NUMBER_N_RANDOM == 0)
      g_string_append_c (number, '-');
    g_string_append_c (number, alphabet[bits]);
  }

  return g_string_free_and_steal (number);
}

char *
tranche_order_number_new (const char *prefix)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  guint8 random[TRANCHE_ORDER_NUMBER_N_RANDOM];

  /* The kernel's randomness: two computers that were started from one image
   * at one moment still differ. It cannot fail for so few bytes but where the
   * kernel is without it. */
  if (getentropy (random, sizeof random) != 0) {
    for (gsize i = 0; i < sizeof random; i++)
      random[i] = g_random_int_range (0, 256);
  }

  return tranche_order_number_build (prefix, now, random);
}

/* The count that @number ends with, and the length of what stands before it; 1
 * where it is the first of its kind. */
static guint
read_count (const char *number,
            gsize      *base_length)
{
  const char *dash = strrchr (number, '-');
  guint count = 0;

  *base_length = strlen (number);
  if (dash == NULL || dash == number || dash[1] == '\0' || dash[1] == '0')
    return 1;

  for (const char *p = dash + 1; *p != '\0'; p++) {
    if (!g_ascii_isdigit (*p) || count > MAX_COUNT)
      return 1;
    count = count * 10 + (guint) g_ascii_digit_value (*p);
  }

  if (count < 2 || count > MAX_COUNT)
    return 1;

  *base_length = dash - number;

  return count;
}

char *
tranche_order_number_next (const char *number)
{
  g_autofree char *suffix = NULL;
  g_autofree char *base = NULL;
  g_autofree char *cut = NULL;
  gsize base_length;
  guint count;

  g_return_val_if_fail (tranche_order_number_is_valid (number), NULL);

  count = read_count (number, &base_length);
  suffix = g_strdup_printf ("-%u", count + 1);
  base = g_strndup (number, base_length);
  cut = g_utf8_substring (base, 0, MIN (g_utf8_strlen (base, -1),
                                        TRANCHE_ORDER_NUMBER_MAX_LENGTH -
                                        (glong) strlen (suffix)));

  return g_strconcat (cut, suffix, NULL);
}

gboolean
tranche_order_number_is_valid (const char *number)
{
  glong length;

  if (number == NULL || !g_utf8_validate (number, -1, NULL))
    return FALSE;

  length = g_utf8_strlen (number, -1);
  if (length < 1 || length > TRANCHE_ORDER_NUMBER_MAX_LENGTH)
    return FALSE;

  for (const char *p = number; *p != '\0'; p = g_utf8_next_char (p)) {
    if (g_unichar_iscntrl (g_utf8_get_char (p)))
      return FALSE;
  }

  if (g_unichar_isspace (g_utf8_get_char (number)) ||
      g_unichar_isspace (g_utf8_get_char (g_utf8_offset_to_pointer (number, length - 1))))
    return FALSE;

  return strcmp (number, ".") != 0 && strcmp (number, "..") != 0;
}
