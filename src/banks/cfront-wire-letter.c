/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/cfront-wire-letter.h"

#include <string.h>

#include "banks/cfront-field.h"

/* What is read before it becomes a contract. */
typedef struct {
  TrancheJsonReader *reader;
  TrancheContract *contract;
  const char *currency;
  guint n_parts;
} Letter;

#define CONTRACT(member) G_STRUCT_OFFSET (TrancheContract, member)
#define CUSTOMER(member) G_STRUCT_OFFSET (TrancheCustomer, member)
#define DOCUMENT(member) G_STRUCT_OFFSET (TrancheDocument, member)

static const TrancheCfrontText header_texts[] = {
  { "request_id", CONTRACT (request_id) },
  { "from_organization", CONTRACT (bank_name) },
  { "organization_id", CONTRACT (bank_code) },
  { "contract_number", CONTRACT (shop_contract_number) },
  { "contract_date", CONTRACT (shop_contract_date) },
};

static const TrancheCfrontText expansion_texts[] = {
  { "sign", CONTRACT (sign) },
  { "stamp", CONTRACT (stamp) },
};

static const TrancheCfrontText invoice_texts[] = {
  { "invoice_number", CONTRACT (invoice_number) },
  { "invoice_date", CONTRACT (invoice_date) },
};

static const TrancheCfrontText payee_texts[] = {
  { "dest_id", CONTRACT (payee_code) },
  { "dest_name", CONTRACT (payee_name) },
  { "dest_mfo", CONTRACT (payee_bank_code) },
  { "dest_bank_name", CONTRACT (payee_bank_name) },
  { "dest_acc_number", CONTRACT (payee_account) },
};

static const TrancheCfrontText bank_texts[] = {
  { "agreement", CONTRACT (number) },
  { "agreement_date", CONTRACT (date) },
  { "credit_product", CONTRACT (product) },
  { "bank_id", CONTRACT (bank_code) },
  { "bank_name", CONTRACT (bank_name) },
  { "bank_executive", CONTRACT (bank_executive) },
};

static const TrancheCfrontText customer_texts[] = {
  { "first_name", CUSTOMER (first_name) },
  { "last_name", CUSTOMER (last_name) },
  { "middle_name", CUSTOMER (middle_name) },
  { "inn", CUSTOMER (tax_code) },
};

static const TrancheCfrontText document_texts[] = {
  { "series", DOCUMENT (series) },
  { "number", DOCUMENT (number) },
  { "issued", DOCUMENT (issuer) },
  { "date_of_issue", DOCUMENT (issued_on) },
  { "valid_until", DOCUMENT (valid_until) },
  { "registry_number", DOCUMENT (registry_number) },
};

#undef CONTRACT
#undef CUSTOMER
#undef DOCUMENT

#define TAKE(letter, name, texts, values) \
  tranche_cfront_take_member ((letter)->reader, name, texts, G_N_ELEMENTS (texts), values)

static const struct {
  const char *name;
  TrancheDocumentKind kind;
} documents[] = {
  { "passport", TRANCHE_DOCUMENT_PASSPORT },
  { "id_card", TRANCHE_DOCUMENT_ID_CARD },
  { "residence_permit", TRANCHE_DOCUMENT_RESIDENCE_PERMIT },
  { "international_passport", TRANCHE_DOCUMENT_INTERNATIONAL_PASSPORT },
};

/* The older example's `doc_type` of a document beside the name. */
#define FLAT_ID_CARD 1

/* The next value as an object; anything else is stepped over. */
static gboolean
enter_object (Letter *letter)
{
  if (tranche_json_reader_peek (letter->reader) == TRANCHE_JSON_OBJECT)
    return tranche_json_reader_enter_object (letter->reader);

  tranche_json_reader_skip (letter->reader);
  return FALSE;
}

static gboolean
is_empty (TrancheDocument *document)
{
  return !document->series && !document->number && !document->issuer && !document->issued_on &&
         !document->valid_until && !document->registry_number;
}

/* Takes @document. */
static void
add_document (Letter          *letter,
              TrancheDocument *document)
{
  if (is_empty (document))
    tranche_document_free (document);
  else
    g_ptr_array_add (letter->contract->documents, document);
}

static void
read_document (Letter              *letter,
               TrancheDocumentKind  kind)
{
  TrancheDocument *document;
  const char *name;

  if (!enter_object (letter))
    return;

  document = tranche_document_new (kind);
  while ((name = tranche_json_reader_next_member (letter->reader)))
    TAKE (letter, name, document_texts, document);
  add_document (letter, document);
}

static void
read_documents (Letter *letter)
{
  const char *name;

  if (!enter_object (letter))
    return;

  while ((name = tranche_json_reader_next_member (letter->reader)))
    for (gsize i = 0; i < G_N_ELEMENTS (documents); i++)
      if (g_str_equal (documents[i].name, name)) {
        read_document (letter, documents[i].kind);
        break;
      }
}

static void
read_customer (Letter *letter)
{
  TrancheDocument *flat;
  const char *name;

  if (!enter_object (letter))
    return;

  flat = tranche_document_new (TRANCHE_DOCUMENT_PASSPORT);
  while ((name = tranche_json_reader_next_member (letter->reader))) {
    if (g_str_equal (name, "document"))
      read_documents (letter);
    else if (g_str_equal (name, "doc_type"))
      flat->kind = tranche_cfront_take_count (letter->reader) == FLAT_ID_CARD
                     ? TRANCHE_DOCUMENT_ID_CARD
                     : TRANCHE_DOCUMENT_PASSPORT;
    else if (g_str_has_prefix (name, "doc_"))
      TAKE (letter, name + strlen ("doc_"), document_texts, flat);
    else
      TAKE (letter, name, customer_texts, letter->contract->customer);
  }
  add_document (letter, flat);
}

static void
read_invoice (Letter *letter)
{
  const char *name;

  if (!enter_object (letter))
    return;

  while ((name = tranche_json_reader_next_member (letter->reader))) {
    if (g_str_equal (name, "invoice_amount"))
      letter->contract->invoice_amount =
        tranche_cfront_take_money (letter->reader, letter->currency);
    else
      TAKE (letter, name, invoice_texts, letter->contract);
  }
}

static void
read_payee (Letter *letter)
{
  const char *name;

  if (enter_object (letter))
    while ((name = tranche_json_reader_next_member (letter->reader)))
      TAKE (letter, name, payee_texts, letter->contract);
}

static void
read_bank (Letter *letter)
{
  TrancheContract *contract = letter->contract;
  const char *name;

  if (!enter_object (letter))
    return;

  while ((name = tranche_json_reader_next_member (letter->reader))) {
    if (g_str_equal (name, "credit_amount"))
      contract->credit_amount = tranche_cfront_take_money (letter->reader, letter->currency);
    else if (g_str_equal (name, "customer_pay_amount"))
      contract->first_payment = tranche_cfront_take_money (letter->reader, letter->currency);
    else if (g_str_equal (name, "available_parts_count"))
      contract->parts = tranche_cfront_take_count (letter->reader);
    else
      TAKE (letter, name, bank_texts, contract);
  }
}

static void
read_header (Letter *letter)
{
  const char *name;

  if (!enter_object (letter))
    return;

  letter->n_parts++;
  while ((name = tranche_json_reader_next_member (letter->reader))) {
    if (g_str_equal (name, "answer_datetime")) {
      g_clear_pointer (&letter->contract->answered_at, g_date_time_unref);
      letter->contract->answered_at = tranche_cfront_take_time (letter->reader);
    } else {
      TAKE (letter, name, header_texts, letter->contract);
    }
  }
}

static void
read_expansion (Letter *letter)
{
  const char *name;

  if (!enter_object (letter))
    return;

  letter->n_parts++;
  while ((name = tranche_json_reader_next_member (letter->reader))) {
    if (g_str_equal (name, "customer"))
      read_customer (letter);
    else if (g_str_equal (name, "invoice"))
      read_invoice (letter);
    else if (g_str_equal (name, "payment_destination"))
      read_payee (letter);
    else if (g_str_equal (name, "bank"))
      read_bank (letter);
    else
      TAKE (letter, name, expansion_texts, letter->contract);
  }
}

TrancheContract *
tranche_cfront_read_letter (GBytes      *body,
                            const char  *currency,
                            GError     **error)
{
  g_autoptr (TrancheJsonReader) reader = tranche_json_reader_new (body);
  g_autoptr (TrancheContract) contract = tranche_contract_new ();
  Letter letter = { .reader = reader, .contract = contract, .currency = currency };
  const char *name;

  if (tranche_json_reader_enter_object (reader))
    while ((name = tranche_json_reader_next_member (reader))) {
      if (g_str_equal (name, "header"))
        read_header (&letter);
      else if (g_str_equal (name, "expansion"))
        read_expansion (&letter);
    }

  if (letter.n_parts == 0)
    tranche_json_reader_fail (reader, "expansion", "there");
  if (!tranche_json_reader_finish (reader, error))
    return NULL;

  return g_steal_pointer (&contract);
}
