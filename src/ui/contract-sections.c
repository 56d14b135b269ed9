/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/contract-sections.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ui/format.h"

/* Longer codes are shortened where they are only looked at. */
#define MAX_CODE_CHARS 24
#define CODE_END_CHARS 8

static void
free_wiped (char *text)
{
  if (text == NULL)
    return;

  explicit_bzero (text, strlen (text));
  g_free (text);
}

static void
fact_free (TrancheContractFact *self)
{
  g_free (self->label);
  free_wiped (self->value);
  g_free (self);
}

static TrancheContractSection *
section_new (const char *title)
{
  TrancheContractSection *self = g_new0 (TrancheContractSection, 1);

  self->title = g_strdup (title);
  self->facts = g_ptr_array_new_with_free_func ((GDestroyNotify) fact_free);

  return self;
}

static void
section_free (TrancheContractSection *self)
{
  g_free (self->title);
  g_ptr_array_unref (self->facts);
  g_free (self);
}

/* Takes @value; what is empty is left out. */
static TrancheContractFact *
take_fact (TrancheContractSection *section,
           const char             *label,
           char                   *value)
{
  TrancheContractFact *fact;

  if (value == NULL || *value == '\0')
    {
      g_free (value);
      return NULL;
    }

  fact = g_new0 (TrancheContractFact, 1);
  fact->label = g_strdup (label);
  fact->value = value;
  g_ptr_array_add (section->facts, fact);

  return fact;
}

static void
add_fact (TrancheContractSection *section,
          const char             *label,
          const char             *value)
{
  take_fact (section, label, value != NULL ? g_utf8_make_valid (value, -1) : NULL);
}

static void
add_code (TrancheContractSection *section,
          const char             *label,
          const char             *value)
{
  TrancheContractFact *fact
    = take_fact (section, label, value != NULL ? g_utf8_make_valid (value, -1) : NULL);

  if (fact != NULL)
    fact->code = TRUE;
}

static void
add_money (TrancheContractSection *section,
           const char             *label,
           const TrancheMoney     *money)
{
  take_fact (section, label, tranche_format_money (money));
}

/* Takes @section; one without facts is left out. */
static void
add_section (GPtrArray              *sections,
             TrancheContractSection *section)
{
  if (section->facts->len > 0)
    g_ptr_array_add (sections, section);
  else
    section_free (section);
}

static TrancheContractSection *
contract_section (const TrancheContract *contract,
                  TrancheOrder          *order)
{
  TrancheContractSection *section = section_new (_("Contract"));

  add_fact (section, _("Contract number"),
            contract->number != NULL ? contract->number : tranche_order_get_loan_number (order));
  add_fact (section, _("Contract date"), contract->date);
  add_fact (section, _("Product"), contract->product);
  add_money (section, _("Credit"), &contract->credit_amount);
  if (contract->first_payment.minor != 0)
    add_money (section, _("First payment"), &contract->first_payment);
  if (contract->parts > 0)
    take_fact (section, _("Number of payments"), g_strdup_printf ("%u", contract->parts));

  return section;
}

static TrancheContractSection *
customer_section (const TrancheContract *contract)
{
  TrancheContractSection *section = section_new (_("Customer"));

  take_fact (section, _("Full name"), tranche_customer_get_full_name (contract->customer));
  add_fact (section, _("Tax number"), contract->customer->tax_code);

  return section;
}

static TrancheContractSection *
document_section (const TrancheDocument *document)
{
  TrancheContractSection *section = section_new (tranche_document_kind_label (document->kind));
  g_autoptr (GString) number = g_string_new (document->series);

  if (document->number != NULL)
    g_string_append_printf (number, "%s%s", number->len > 0 ? " " : "", document->number);
  add_fact (section, _("Document number"), number->str);
  explicit_bzero (number->str, number->len);

  add_fact (section, _("Issued by"), document->issuer);
  add_fact (section, _("Issued on"), document->issued_on);
  add_fact (section, _("Valid until"), document->valid_until);
  add_fact (section, _("Number in the register"), document->registry_number);

  return section;
}

static TrancheContractSection *
invoice_section (const TrancheContract *contract,
                 TrancheOrder          *order)
{
  TrancheContractSection *section = section_new (_("Invoice"));

  add_fact (section, _("Invoice number"),
            contract->invoice_number != NULL ? contract->invoice_number
                                             : tranche_order_get_invoice_number (order));
  add_fact (section, _("Invoice date"),
            contract->invoice_date != NULL ? contract->invoice_date
                                           : tranche_order_get_invoice_date (order));
  add_money (section, _("Sum"), &contract->invoice_amount);

  return section;
}

static TrancheContractSection *
payee_section (const TrancheContract *contract)
{
  TrancheContractSection *section = section_new (_("Payment Goes To"));

  add_fact (section, _("Company"), contract->payee_name);
  add_fact (section, _("Company code"), contract->payee_code);
  add_fact (section, _("Account number"), contract->payee_account);
  add_fact (section, _("Bank of the account"), contract->payee_bank_name);
  add_fact (section, _("Bank code"), contract->payee_bank_code);

  return section;
}

static TrancheContractSection *
bank_section (const TrancheContract *contract)
{
  TrancheContractSection *section = section_new (_("Bank"));

  add_fact (section, _("Lender"), contract->bank_name);
  add_fact (section, _("Company code"), contract->bank_code);
  add_fact (section, _("Signs for the bank"), contract->bank_executive);
  add_fact (section, _("Contract with the shop"), contract->shop_contract_number);
  add_fact (section, _("Date of that contract"), contract->shop_contract_date);
  add_fact (section, _("The bank’s order ID"), contract->request_id);
  add_code (section, _("Electronic signature"), contract->sign);
  add_code (section, _("Electronic stamp"), contract->stamp);

  return section;
}

GPtrArray *
tranche_contract_sections (const TrancheContract *contract,
                           TrancheOrder          *order)
{
  GPtrArray *sections;

  g_return_val_if_fail (contract != NULL, NULL);
  g_return_val_if_fail (TRANCHE_IS_ORDER (order), NULL);

  sections = g_ptr_array_new_with_free_func ((GDestroyNotify) section_free);
  add_section (sections, contract_section (contract, order));
  add_section (sections, customer_section (contract));
  for (guint i = 0; i < contract->documents->len; i++)
    add_section (sections, document_section (contract->documents->pdata[i]));
  add_section (sections, invoice_section (contract, order));
  add_section (sections, payee_section (contract));
  add_section (sections, bank_section (contract));

  return sections;
}

char *
tranche_contract_subtitle (const TrancheContract *contract,
                           TrancheOrder          *order)
{
  g_autofree char *time = NULL;

  g_return_val_if_fail (contract != NULL, NULL);
  g_return_val_if_fail (TRANCHE_IS_ORDER (order), NULL);

  if (contract->answered_at == NULL)
    /* Translators: %s is the number of an order */
    return g_strdup_printf (_("Order %s"), tranche_order_get_number (order));

  time = tranche_format_date_time (contract->answered_at);
  /* Translators: the number of an order, and when the bank gave the data: "3 December 2025, 14:05" */
  return g_strdup_printf (_("Order %s · as told by the bank on %s"),
                          tranche_order_get_number (order), time);
}

const char *
tranche_document_kind_label (TrancheDocumentKind kind)
{
  switch (kind)
    {
    case TRANCHE_DOCUMENT_ID_CARD:
      return _("ID Card");
    case TRANCHE_DOCUMENT_RESIDENCE_PERMIT:
      return _("Residence Permit");
    case TRANCHE_DOCUMENT_INTERNATIONAL_PASSPORT:
      return _("International Passport");
    case TRANCHE_DOCUMENT_PASSPORT:
    default:
      return _("Passport");
    }
}

char *
tranche_contract_shorten (const char *code)
{
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  glong n_chars;

  g_return_val_if_fail (code != NULL, NULL);

  n_chars = g_utf8_strlen (code, -1);
  if (n_chars <= MAX_CODE_CHARS)
    return g_strdup (code);

  start = g_utf8_substring (code, 0, MAX_CODE_CHARS - CODE_END_CHARS - 1);
  end = g_utf8_substring (code, n_chars - CODE_END_CHARS, n_chars);

  return g_strconcat (start, "…", end, NULL);
}
