/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/field-words.h"

#include <glib/gi18n.h>

#include "ui/format.h"

static gboolean
is_sum (TrancheField field)
{
  return field == TRANCHE_FIELD_SUM || field == TRANCHE_FIELD_ITEM_PRICE
         || field == TRANCHE_FIELD_FIRST_PAYMENT;
}

static char *
format_limit (const TrancheFieldProblem *problem,
              const char                *currency)
{
  TrancheMoney money;

  if (!is_sum (problem->field) || currency == NULL)
    return g_strdup_printf ("%" G_GINT64_FORMAT, problem->limit);

  money = tranche_money (problem->limit, currency);

  return tranche_format_money_short (&money);
}

static const char *
syntax_words (TrancheField field)
{
  switch (field) {
  case TRANCHE_FIELD_PHONE:
    return _("Not a phone number");
  case TRANCHE_FIELD_EMAIL:
    return _("Not an e-mail address");
  case TRANCHE_FIELD_URL:
    return _("Not a web address that begins with https://");
  case TRANCHE_FIELD_SUM:
  case TRANCHE_FIELD_ITEM_PRICE:
  case TRANCHE_FIELD_FIRST_PAYMENT:
    return _("Not a sum of money");
  case TRANCHE_FIELD_ITEM_QUANTITY:
  case TRANCHE_FIELD_TERM:
    return _("Not a whole number");
  case TRANCHE_FIELD_INVOICE_DATE:
    return _("Not a date");
  default:
    return _("Has characters that the bank does not accept");
  }
}

static const char *
missing_words (TrancheField field)
{
  switch (field) {
  case TRANCHE_FIELD_ACCOUNT:
    return _("Choose an account");
  case TRANCHE_FIELD_PRODUCT:
    return _("Choose a product");
  case TRANCHE_FIELD_TERM:
    return _("Choose a term");
  case TRANCHE_FIELD_ITEMS:
    return _("Add at least one item");
  default:
    return _("Fill this in");
  }
}

char *
tranche_field_problem_words (const TrancheFieldProblem *problem,
                             const char                *currency)
{
  g_autofree char *limit = format_limit (problem, currency);

  switch (problem->flaw) {
  case TRANCHE_FLAW_MISSING:
    return g_strdup (missing_words (problem->field));
  case TRANCHE_FLAW_TOO_LONG:
    return g_strdup_printf (ngettext ("No longer than %s character",
                                      "No longer than %s characters",
                                      (gulong) problem->limit),
                            limit);
  case TRANCHE_FLAW_TOO_SMALL:
    if (problem->limit <= 0)
      return g_strdup (_("Must be more than zero"));
    /* Translators: %s is a sum such as "3 000 ₽" or a number */
    return g_strdup_printf (_("Not less than %s"), limit);
  case TRANCHE_FLAW_TOO_LARGE:
    if (problem->limit <= 0)
      return g_strdup (_("Too much"));
    /* Translators: %s is a sum such as "500 000 ₽" or a number */
    return g_strdup_printf (_("Not more than %s"), limit);
  case TRANCHE_FLAW_MISMATCH:
    if (problem->field == TRANCHE_FIELD_SUM)
      return g_strdup (_("Not the sum of the items"));
    return g_strdup (_("Does not agree with the other fields"));
  case TRANCHE_FLAW_NOT_OFFERED:
    return g_strdup (_("Not offered by this account"));
  case TRANCHE_FLAW_BANK:
    if (problem->text != NULL && *problem->text != '\0')
      return g_utf8_make_valid (problem->text, -1);
    return g_strdup (_("The bank does not accept this"));
  case TRANCHE_FLAW_SYNTAX:
  default:
    return g_strdup (syntax_words (problem->field));
  }
}

const char *
tranche_field_label (TrancheField field)
{
  switch (field) {
  case TRANCHE_FIELD_ACCOUNT:
    return _("Account");
  case TRANCHE_FIELD_SHOP_ID:
    return _("Shop ID");
  case TRANCHE_FIELD_SHOWCASE_ID:
    return _("Showcase ID");
  case TRANCHE_FIELD_SUM:
    return _("Sum");
  case TRANCHE_FIELD_NUMBER:
    return _("Order number");
  case TRANCHE_FIELD_PRODUCT:
    return _("Product");
  case TRANCHE_FIELD_TERM:
    return _("Term");
  case TRANCHE_FIELD_ITEMS:
    return _("Items");
  case TRANCHE_FIELD_ITEM_NAME:
    return _("Item name");
  case TRANCHE_FIELD_ITEM_QUANTITY:
    return _("Quantity");
  case TRANCHE_FIELD_ITEM_PRICE:
    return _("Price");
  case TRANCHE_FIELD_ITEM_CATEGORY:
    return _("Category");
  case TRANCHE_FIELD_ITEM_VENDOR_CODE:
    return _("Article number");
  case TRANCHE_FIELD_LAST_NAME:
    return _("Last name");
  case TRANCHE_FIELD_FIRST_NAME:
    return _("First name");
  case TRANCHE_FIELD_MIDDLE_NAME:
    return _("Middle name");
  case TRANCHE_FIELD_PHONE:
    return _("Phone");
  case TRANCHE_FIELD_EMAIL:
    return _("E-mail");
  case TRANCHE_FIELD_URL:
    return _("Web address");
  case TRANCHE_FIELD_POINT_OF_SALE:
    return _("Point of sale");
  case TRANCHE_FIELD_INVOICE_NUMBER:
    return _("Invoice number");
  case TRANCHE_FIELD_INVOICE_DATE:
    return _("Invoice date");
  case TRANCHE_FIELD_FIRST_PAYMENT:
    return _("First payment");
  case TRANCHE_FIELD_OTHER:
  default:
    return _("Other");
  }
}
