/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo/demo-cfront-letters.h"

#include "demo/demo-cfront-letter.h"
#include "demo/demo-cfront-pdf.h"
#include "demo/demo-cfront-read.h"
#include "demo/demo-cfront-xml.h"

/* NULL after an answer. */
static TrancheDemoCfrontLetter *
write_letter (TrancheDemoCfrontCall *call)
{
  TrancheDemoCfrontFields fields = tranche_demo_cfront_call_get_fields (call);
  TrancheDemoCfrontOrder *order = tranche_demo_cfront_call_get_order (call);
  g_autofree char *number = NULL;
  g_autofree char *date = NULL;

  if (!order)
    return NULL;

  tranche_demo_cfront_read_letter (&fields, &number, &date);
  if (tranche_demo_cfront_call_complains (call))
    return NULL;

  if (!tranche_demo_cfront_order_has_contract (order)) {
    tranche_demo_request_refuse (call->request, SOUP_STATUS_BAD_REQUEST,
                                 "Гарантійний лист неможливий: немає чинного договору");
    return NULL;
  }

  return tranche_demo_cfront_letter_new (order, number, date,
                                         tranche_demo_cfront_bank_now (call->bank));
}

static void
reply (TrancheDemoCfrontCall         *call,
       const TrancheDemoCfrontLetter *letter,
       gboolean                       with_shop_contract)
{
  SoupServerMessage *message = call->request->message;
  char *json = tranche_demo_cfront_letter_to_json (letter, with_shop_contract);
  char *xml;

  if (!tranche_demo_cfront_xml_is_wanted (soup_server_message_get_request_headers (message))) {
    tranche_demo_request_reply (call->request, SOUP_STATUS_OK, json);
    return;
  }

  xml = tranche_demo_cfront_xml_write (json);
  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  soup_server_message_set_response (message, "application/xml", SOUP_MEMORY_TAKE, xml,
                                    strlen (xml));
  g_free (json);
}

void
tranche_demo_cfront_letter_data (TrancheDemoCfrontCall *call)
{
  g_autoptr (TrancheDemoCfrontLetter) letter = write_letter (call);

  if (letter)
    reply (call, letter, FALSE);
}

void
tranche_demo_cfront_letter_data_v2 (TrancheDemoCfrontCall *call)
{
  g_autoptr (TrancheDemoCfrontLetter) letter = write_letter (call);

  if (letter)
    reply (call, letter, TRUE);
}

void
tranche_demo_cfront_letter_pdf (TrancheDemoCfrontCall *call)
{
  g_autoptr (TrancheDemoCfrontLetter) letter = write_letter (call);
  g_autoptr (GBytes) pdf = NULL;
  gconstpointer bytes;
  gsize length;

  if (!letter)
    return;

  pdf = tranche_demo_cfront_pdf_new (letter);
  bytes = g_bytes_get_data (pdf, &length);
  soup_server_message_set_status (call->request->message, SOUP_STATUS_OK, NULL);
  soup_server_message_set_response (call->request->message, "application/pdf", SOUP_MEMORY_COPY,
                                    bytes, length);
}
