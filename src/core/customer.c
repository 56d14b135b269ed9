/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/customer.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (TrancheCustomer, tranche_customer, tranche_customer_copy, tranche_customer_free)

static const gsize fields[] = {
  G_STRUCT_OFFSET (TrancheCustomer, last_name),
  G_STRUCT_OFFSET (TrancheCustomer, first_name),
  G_STRUCT_OFFSET (TrancheCustomer, middle_name),
  G_STRUCT_OFFSET (TrancheCustomer, phone),
  G_STRUCT_OFFSET (TrancheCustomer, email),
  G_STRUCT_OFFSET (TrancheCustomer, tax_code),
};

static char **
field (const TrancheCustomer *self,
       gsize                  i)
{
  return &G_STRUCT_MEMBER (char *, self, fields[i]);
}

TrancheCustomer *
tranche_customer_new (void)
{
  return g_new0 (TrancheCustomer, 1);
}

TrancheCustomer *
tranche_customer_copy (const TrancheCustomer *self)
{
  TrancheCustomer *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = tranche_customer_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    *field (copy, i) = g_strdup (*field (self, i));

  return copy;
}

void
tranche_customer_free (TrancheCustomer *self)
{
  g_return_if_fail (self != NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    g_free (*field (self, i));

  g_free (self);
}

gboolean
tranche_customer_equal (const TrancheCustomer *a,
                        const TrancheCustomer *b)
{
  g_return_val_if_fail (a != NULL, FALSE);
  g_return_val_if_fail (b != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++) {
    if (g_strcmp0 (*field (a, i), *field (b, i)) != 0)
      return FALSE;
  }

  return TRUE;
}

static gboolean
is_filled (const char *text)
{
  return text != NULL && *text != '\0';
}

char *
tranche_customer_get_full_name (const TrancheCustomer *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (is_filled (self->last_name))
    g_strv_builder_add (builder, self->last_name);
  if (is_filled (self->first_name))
    g_strv_builder_add (builder, self->first_name);
  if (is_filled (self->middle_name))
    g_strv_builder_add (builder, self->middle_name);

  names = g_strv_builder_end (builder);

  return g_strjoinv (" ", names);
}

static gboolean
is_masked (const char *text)
{
  return strchr (text, '*') != NULL;
}

void
tranche_customer_merge (TrancheCustomer       *self,
                        const TrancheCustomer *other)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (other != NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++) {
    char **known = field (self, i);
    const char *said = *field (other, i);

    if (!is_filled (said))
      continue;

    if (is_filled (*known) && is_masked (said) && !is_masked (*known))
      continue;

    g_set_str (known, said);
  }
}

/* How the numbers of a country are written without their international code. */
static const struct {
  const char *country;
  const char *national_prefix;
  gsize length;
  const char *international_prefix;
} dialing[] = {
  { "RU", "8", 11, "7" },
  { "RU", "", 10, "7" },
  { "UA", "80", 11, "380" },
  { "UA", "0", 10, "380" },
  { "UA", "", 9, "380" },
};

char *
tranche_phone_to_digits (const char *phone,
                         const char *country)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  if (phone == NULL)
    return g_strdup ("");

  for (const char *p = phone; *p != '\0'; p++) {
    if (g_ascii_isdigit (*p))
      g_string_append_c (digits, *p);
  }

  /* After a plus stands the international form already. */
  for (gsize i = 0; i < G_N_ELEMENTS (dialing) && strchr (phone, '+') == NULL; i++) {
    if (g_strcmp0 (dialing[i].country, country) == 0 &&
        dialing[i].length == digits->len &&
        g_str_has_prefix (digits->str, dialing[i].national_prefix))
      return g_strconcat (dialing[i].international_prefix,
                          digits->str + strlen (dialing[i].national_prefix),
                          NULL);
  }

  return g_string_free_and_steal (g_steal_pointer (&digits));
}
