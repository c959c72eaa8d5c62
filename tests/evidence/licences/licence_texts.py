"""Licence texts to test with: one standard text, and made-up ones in the manner of model licences."""

from __future__ import annotations

MIT = """\
MIT License

Copyright (c) 2025 Example Models SAS

Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.
"""

BSD = """\
BSD 3-Clause License

Copyright (c) 2025, Example Models SAS
All rights reserved.

Redistribution and use in source and binary forms, with or without
modification, are permitted provided that the following conditions are met:

1. Redistributions of source code must retain the above copyright notice, this
   list of conditions and the following disclaimer.

2. Redistributions in binary form must reproduce the above copyright notice,
   this list of conditions and the following disclaimer in the documentation
   and/or other materials provided with the distribution.

3. Neither the name of the copyright holder nor the names of its
   contributors may be used to endorse or promote products derived from
   this software without specific prior written permission.

THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
"""

COMMUNITY = """\
# Llama 3.1 Community License Agreement

"Agreement" means the terms for use and distribution of the Materials set forth herein.

1. Grant. You are granted a non-exclusive, worldwide, royalty-free right to use, reproduce, distribute and modify the
   Materials, the model weights and the parameters.

2. Redistribution. If you distribute the Materials, you shall provide a copy of this Agreement with them, and
   prominently display the name of the model on a related website.

3. Your use of the Materials must adhere to the Acceptable Use Policy, which is part of this Agreement.

4. Additional Commercial Terms. If, on the release date, the monthly active users of your products are greater than
   700 million in the preceding calendar month, you must request a license from the licensor, which may grant it to you
   in its sole discretion.

5. The rights under Section 1 are not granted to you if you are domiciled in the European Union.

6. Disclaimer. Unless required by law, the Materials and any output and results of the model are provided as they are,
   without warranties of any kind, and you are solely responsible for whether it is appropriate to use them.

Exhibit A
Prohibited Uses

You agree not to use the Materials to violate the law or the rights of others.
"""

RESEARCH = """\
Example Lab Research Model License v1.2

By downloading the model weights you agree to this license.

You may use, copy and modify the model, its weights and its derivatives solely for non-commercial research purposes.
You may not distribute the model or any derivatives of the model.
The model is made available to you as it is. The licensor gives no warranty that the model, its weights or its output
are accurate, complete or fit for a purpose, and is liable for no damage that follows from the model or its use.
For commercial use, please contact licensing@example.org.
This license ends when you breach it; you then have to delete the model, its weights and all copies of the two that you
made, and to tell everybody to whom you gave the output of the model that it may no longer be relied upon by them.
"""
