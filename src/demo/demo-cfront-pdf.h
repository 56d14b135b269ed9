/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "demo/demo-cfront-letter.h"

G_BEGIN_DECLS

/* The letter on paper, as a PDF file. (transfer full) */
GBytes *tranche_demo_cfront_pdf_new (const TrancheDemoCfrontLetter *letter);

G_END_DECLS
