/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/order.h"
#include "store/sql.h"

G_BEGIN_DECLS

/* What stands before each word of a text. */
#define TRANCHE_SEARCH_GAP "  "

/* What @order is found by: its number, the customer's name, the digits of the phone
 * in the ways they are dialled, the number of the loan and the goods; folded, with
 * two blanks before each word. */
char  *tranche_search_text_of    (TrancheOrder  *order);

/* The words of @text between blanks of any kind, folded. */
char **tranche_search_text_split (const char    *text);

/* Gives the connection the same as a function of SQL: `tranche_search_text (number,
 * last_name, first_name, middle_name, phone, currency, loan_number, goods)`. */
void   tranche_search_text_teach (sqlite3       *handle);

G_END_DECLS
