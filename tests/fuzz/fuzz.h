/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "core/money.h"
#include "core/order.h"

G_BEGIN_DECLS

/* The two functions that libFuzzer knows by name, and so does corpus-main.c.
 * Each fuzz-*.c is one target: it reads @data as a bank or a person would have
 * sent it, and aborts where an answer breaks what its header promises. */
int LLVMFuzzerInitialize   (int            *argc,
                            char         ***argv);
int LLVMFuzzerTestOneInput (const uint8_t  *data,
                            size_t          size);

/* @data without a copy, so that reading too far is found out. (transfer full) */
GBytes    *fuzz_bytes              (const uint8_t      *data,
                                    size_t              size);
/* The one moment at which all answers are read. (transfer full) */
GDateTime *fuzz_now                (void);

/* A reader's answer and its error contradict each other nowhere: an error
 * stands exactly where there is no @answer. It is of
 * %TRANCHE_BANK_ERROR_PROTOCOL, or else of @also_code (0 for none), and says
 * nothing but the program's own words and the name of a field: what stands in
 * the field is personal. */
void       fuzz_assert_outcome     (gconstpointer       answer,
                                    const GError       *error,
                                    int                 also_code);
/* @text is NULL or valid UTF-8. */
void       fuzz_assert_text        (const char         *text);
/* @money is unset, or in range, in @currency, and the same after it was
 * written and read again. */
void       fuzz_assert_money       (const TrancheMoney *money,
                                    const char         *currency);
/* The raw answer of @order is what was received. */
void       fuzz_assert_raw_answer  (TrancheOrder       *order,
                                    const uint8_t      *data,
                                    size_t              size);

G_END_DECLS
